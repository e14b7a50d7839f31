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
export type { FirstOrganisation } from "./organisations/first-organisation.ts";
export {
  type NewOrganisation,
  type ServedGateway,
  type ServeGatewayOptions,
  serveGateway,
} from "./server/serve-gateway.ts";
export type { Gateway } from "./server/start-gateway.ts";
