#!/usr/bin/env bash
# A whole order with nothing but curl: discover, checkout, invoice, quote, label, WhatsApp.
# Wants BASE_URL and CODESPAR_API_KEY, as `npx @codespar/sandbox` prints them. Reads JSON with Node, so that nothing else is needed.
set -euo pipefail
: "${BASE_URL:?}" "${CODESPAR_API_KEY:?}"

# field '.data.url' < json
field() { node -pe "String(JSON.parse(require('fs').readFileSync(0, 'utf8'))$1)"; }

post() {
  curl --silent --show-error --fail-with-body "$BASE_URL$1" \
    -H "Authorization: Bearer $CODESPAR_API_KEY" \
    -H "Content-Type: application/json" \
    -H "Idempotency-Key: $2" \
    -d "$3"
}

execute() { post "/v1/sessions/$session/execute" "$1" "$2"; }

# one order, one prefix: the script can be run again without paying twice
order="${ORDER:-order-$$}"
session=$(post /v1/sessions "$order-session" '{"preset": "brazilian"}' | field .id)
echo "session   $session"

execute "$order-discover" '{"name": "codespar_discover", "arguments": {"query": "receber um pix", "country": "BR"}}' |
  field '.data.matches[0].name' | sed 's/^/discover  /'

checkout=$(execute "$order-checkout" '{"name": "codespar_checkout", "arguments": {"amount": 12980, "currency": "BRL", "payment_methods": ["pix"]}}')
echo "checkout  $(field .data.url <<<"$checkout")"

invoice=$(execute "$order-invoice" '{"name": "codespar_invoice", "arguments": {"type": "nfe",
  "customer": {"name": "Ana Souza", "document": "529.982.247-25", "address": {"postal_code": "01310-100", "number": "1500"}},
  "items": [{"description": "Café em grãos, 1 kg", "quantity": 2, "unit_amount": 6490}]}}')
echo "invoice   $(field .data.access_key <<<"$invoice")"

parcel='"origin": {"postal_code": "01310-100"}, "destination": {"postal_code": "20040-002"},
  "packages": [{"weight_g": 2200, "length_cm": 20, "width_cm": 15, "height_cm": 10}]'
quote=$(execute "$order-quote" "{\"name\": \"codespar_ship\", \"arguments\": {\"action\": \"quote\", $parcel}}")
service=$(field '.data.quotes[0].service_id' <<<"$quote")
echo "quote     $service"

label=$(execute "$order-label" "{\"name\": \"codespar_ship\", \"arguments\": {\"action\": \"label\", \"service_id\": \"$service\", $parcel,
  \"recipient\": {\"name\": \"Ana Souza\", \"document\": \"529.982.247-25\", \"address\": \"Rua Augusta, 1500\"}}}")
tracking=$(field .data.tracking_code <<<"$label")
echo "label     $tracking"

execute "$order-notify" "{\"name\": \"codespar_notify\", \"arguments\": {\"channel\": \"whatsapp\", \"to\": \"+5511987654321\",
  \"message\": \"Seu pedido saiu: $tracking\"}}" | field .data.message_id | sed 's/^/message   /'

usage=$(curl --silent --show-error --fail-with-body "$BASE_URL/v1/usage?tool_calls=false" -H "Authorization: Bearer $CODESPAR_API_KEY")
echo "usage     $(field .used <<<"$usage") of $(field .quota <<<"$usage")"
