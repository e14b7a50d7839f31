export { ConfigError } from "./config/config-error.ts";
export type {
  ConnectConfig,
  GatewayConfig,
  LimitsConfig,
  LogLevel,
  McpServerConfig,
  OAuthAppConfig,
  ProvidersConfig,
  RetentionConfig,
} from "./config/gateway-config.ts";
