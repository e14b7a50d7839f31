import { frenet as translator } from "@codespar/backend/testing";
import { expect, it } from "vitest";
import { describeShipping } from "../testing/describe-shipping.ts";
import { simulate } from "../testing/simulate.ts";
import { frenet as server } from "./frenet.ts";

describeShipping({
  server,
  translator,
  countries: ["BR"],
  labels: false,
  cancels: false,
  tellsCreation: false,
});

it("compares carriers and follows a parcel of any of them", async () => {
  const simulation = simulate(server);
  const tracked = await simulation.translate(translator.ship, {
    action: "track",
    tracking_code: "QB473124829BR",
  });
  expect(tracked).toMatchObject({ tracking_code: "QB473124829BR", status: "in_transit" });
  await expect(
    simulation.translate(translator.ship, { action: "track", tracking_code: "QB473124820BR" }),
  ).rejects.toMatchObject({ code: "shipment_not_found" });
});

it("sells no labels", async () => {
  const input = { action: "label" as const, service_id: "frenet:03298" };
  await expect(simulate(server).translate(translator.ship, input)).rejects.toMatchObject({
    code: "action_not_supported",
  });
});
