import { chmod, lstat, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientNames, describeClient } from "./clients.ts";
import { writeConfig } from "./write-config.ts";

const options = {
  env: { HOME: "/home/ana", CODESPAR_API_KEY: "csk_test_s3cret" },
  serverArgs: ["--preset", "mexican"],
  plainKey: undefined,
  name: "codespar",
  platform: "linux",
} as const;

describe("describeClient", () => {
  it.each(clientNames)("never writes the key for %s unless asked", (client) => {
    expect(JSON.stringify(describeClient(client, options))).not.toContain("s3cret");
    const asked = describeClient(client, { ...options, plainKey: "csk_test_s3cret" });
    expect(JSON.stringify(asked.config)).toContain("s3cret");
    expect(asked.note).toContain("in plain text");
  });

  it.each(clientNames)("starts npx by a shell on Windows, for %s", (client) => {
    const entry = JSON.stringify(describeClient(client, { ...options, platform: "win32" }).config);
    expect(entry).toContain('"command":"cmd","args":["/c","npx","-y","@codespar/mcp","--preset","mexican"]');
  });

  it("knows each client's file, section and way to refer to the environment", () => {
    expect(
      Object.fromEntries(
        clientNames.map((client) => {
          const { file, config } = describeClient(client, options);
          return [client, { file, config }];
        }),
      ),
    ).toMatchInlineSnapshot(`
      {
        "claude-code": {
          "config": {
            "mcpServers": {
              "codespar": {
                "args": [
                  "-y",
                  "@codespar/mcp",
                  "--preset",
                  "mexican",
                ],
                "command": "npx",
                "env": {
                  "CODESPAR_API_KEY": "\${CODESPAR_API_KEY:-}",
                },
              },
            },
          },
          "file": ".mcp.json",
        },
        "claude-desktop": {
          "config": {
            "mcpServers": {
              "codespar": {
                "args": [
                  "-y",
                  "@codespar/mcp",
                  "--preset",
                  "mexican",
                ],
                "command": "npx",
              },
            },
          },
          "file": "/home/ana/.config/Claude/claude_desktop_config.json",
        },
        "cursor": {
          "config": {
            "mcpServers": {
              "codespar": {
                "args": [
                  "-y",
                  "@codespar/mcp",
                  "--preset",
                  "mexican",
                ],
                "command": "npx",
                "env": {
                  "CODESPAR_API_KEY": "\${env:CODESPAR_API_KEY}",
                },
              },
            },
          },
          "file": "/home/ana/.cursor/mcp.json",
        },
        "vscode": {
          "config": {
            "servers": {
              "codespar": {
                "args": [
                  "-y",
                  "@codespar/mcp",
                  "--preset",
                  "mexican",
                ],
                "command": "npx",
                "env": {
                  "CODESPAR_API_KEY": "\${env:CODESPAR_API_KEY}",
                },
                "type": "stdio",
              },
            },
          },
          "file": ".vscode/mcp.json",
        },
        "windsurf": {
          "config": {
            "mcpServers": {
              "codespar": {
                "args": [
                  "-y",
                  "@codespar/mcp",
                  "--preset",
                  "mexican",
                ],
                "command": "npx",
                "env": {
                  "CODESPAR_API_KEY": "\${env:CODESPAR_API_KEY}",
                },
              },
            },
          },
          "file": "/home/ana/.codeium/windsurf/mcp_config.json",
        },
      }
    `);
  });

  it("knows where Claude Desktop keeps its settings elsewhere", () => {
    expect(describeClient("claude-desktop", { ...options, platform: "darwin" }).file).toBe(
      "/home/ana/Library/Application Support/Claude/claude_desktop_config.json",
    );
  });
});

describe("writeConfig", () => {
  const entry = { mcpServers: { codespar: { command: "npx" } } };
  const isSecret = false;
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "codespar-mcp-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("makes the file, and keeps everything else in it", async () => {
    const file = join(folder, "deep", "mcp.json");
    await writeConfig(file, entry, { isSecret });
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual(entry);
    const present = { theme: "dark", mcpServers: { other: { command: "x" }, codespar: { command: "old" } } };
    await writeFile(file, JSON.stringify(present));
    await writeConfig(file, entry, { isSecret });
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({
      theme: "dark",
      mcpServers: { other: { command: "x" }, codespar: { command: "npx" } },
    });
  });

  it("keeps indentation, line ends and permissions, and reads past a byte order mark", async () => {
    const file = join(folder, "mcp.json");
    await writeFile(file, '\uFEFF{\r\n\t"theme": "dark"\r\n}\r\n');
    // not as `mode`, which the umask narrows
    await chmod(file, 0o640);
    await writeConfig(file, { mcpServers: {} }, { isSecret });
    expect(await readFile(file, "utf8")).toBe('{\r\n\t"theme": "dark",\r\n\t"mcpServers": {}\r\n}\r\n');
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.platform === "win32")("lets nobody else read a key", async () => {
    const file = join(folder, "mcp.json");
    await writeFile(file, "{}", { mode: 0o644 });
    await writeConfig(file, entry, { isSecret: true });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === "win32")(
    "writes through a link, as those who keep their settings in one place have",
    async () => {
      await writeFile(join(folder, "real.json"), '{"theme":"dark"}');
      await symlink("real.json", join(folder, "link.json"));
      await writeConfig(join(folder, "link.json"), entry, { isSecret });
      expect((await lstat(join(folder, "link.json"))).isSymbolicLink()).toBe(true);
      expect(JSON.parse(await readFile(join(folder, "real.json"), "utf8"))).toEqual({
        theme: "dark",
        ...entry,
      });
    },
  );

  it("leaves a section alone that holds something else", async () => {
    const file = join(folder, "mcp.json");
    await writeFile(file, '{"mcpServers":["mine"]}');
    await expect(writeConfig(file, entry, { isSecret })).rejects.toThrow('"mcpServers" in ');
    expect(await readFile(file, "utf8")).toBe('{"mcpServers":["mine"]}');
  });

  it("leaves a file alone that it cannot read as JSON", async () => {
    const file = join(folder, "mcp.json");
    await writeFile(file, "{ // mine\n}");
    await expect(writeConfig(file, entry, { isSecret })).rejects.toThrow("left alone");
    expect(await readFile(file, "utf8")).toBe("{ // mine\n}");
  });
});
