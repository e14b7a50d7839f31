export { bankOfClabe, type ClabeBank, generateClabe, isValidClabe } from "./bank-accounts/clabe.ts";
export { generateSpeiReference, generateSpeiTrackingKey } from "./bank-accounts/spei.ts";
export {
  addBankDays,
  type BankHoliday,
  bankHolidays,
  isBankDay,
  nextBankDay,
} from "./bank-days/bank-days.ts";
export { formatBoletoLine, generateBoleto } from "./boleto/boleto.ts";
export { COMPE_CODES } from "./boleto/boleto-banks.ts";
export { boletoDueDay, parseBoleto } from "./boleto/parse-boleto.ts";
export { TEST_CARDS } from "./cards/test-cards.ts";
export { cyclicSum } from "./check-digits/check-digits.ts";
export {
  COUNTRIES,
  COUNTRY_CODES,
  type CountryCode,
  type CountryRow,
  countryOfCurrency,
  isCountryCode,
} from "./country.ts";
export {
  addDays,
  calendarDateAt,
  daysBetween,
  endOfDate,
  endOfEpochDay,
  epochDayAt,
  formatEpochDay,
  fromDayFirst,
  isCalendarDate,
  parseEpochDay,
  startOfDate,
} from "./dates/calendar-date.ts";
export { formatOffset, isTimeZone, zoneOffsetAt } from "./dates/time-zone.ts";
export {
  formatLocalTimestamp,
  formatMillisecondTimestamp,
  formatOffsetTimestamp,
  formatSpacedTimestamp,
  formatYearMonth,
  parseLocalTimestamp,
  parseTimestamp,
  unixSeconds,
} from "./dates/timestamp.ts";
export { UTC_OFFSET_MINUTES } from "./dates/utc-offset.ts";
export { BOGOTA, BUENOS_AIRES, LIMA, MEXICO_CITY, SANTIAGO, SAO_PAULO } from "./dates/zone-names.ts";
export { type CfdiStamp, generateCfdiStamp } from "./fiscal/cfdi-stamp.ts";
export { cfdiVerificationUrl } from "./fiscal/cfdi-verification-url.ts";
export { type DfeModel, generateDfeAccessKey } from "./fiscal/dfe-access-key.ts";
export { generateAuthorizationProtocol, generateDigestValue } from "./fiscal/fiscal-protocol.ts";
export { generateNfseAccessKey, isNfseAccessKey } from "./fiscal/nfse.ts";
export { dfeXmlId, parseDfeAccessKey } from "./fiscal/parse-dfe-access-key.ts";
export {
  formatMajorUnits,
  formatMoney,
  generateAmount,
  isPayableAmount,
  isValidAmount,
  parseAmount,
  roundToMinorUnits,
  toMajorUnits,
  toMinorUnits,
  toWholeUnits,
} from "./money/amount.ts";
export { CURRENCIES, type CurrencyCode, type CurrencyRow } from "./money/currency.ts";
export { splitInstallments } from "./money/installments.ts";
export { generateBrazilMobile, isBrazilMobile } from "./phones/brazil-phone.ts";
export { encodeDynamicBrCode } from "./pix/br-code.ts";
export { decodeBrCode } from "./pix/decode-br-code.ts";
export { generateEndToEndId, generateReturnId, parseEndToEndId } from "./pix/end-to-end-id.ts";
export { PIX_ISPB } from "./pix/pix-participant.ts";
export { generateChargeTxid } from "./pix/pix-txid.ts";
export { type BrazilState, isBrazilState } from "./postal-codes/brazil-states.ts";
export { generateAnyCep, stateOfCep } from "./postal-codes/cep.ts";
export type { RandomSource } from "./random/random-source.ts";
export {
  ALPHANUMERICS,
  pick,
  randomAlphanumerics,
  randomDigits,
  randomHex,
  randomLowerAlphanumerics,
  randomNumberText,
  randomText,
  randomUpperAlphanumerics,
  randomUpperHex,
} from "./random/random-text.ts";
export { seededRandom } from "./random/seeded-random.ts";
export { CROCKFORD, generateUlid } from "./random/ulid.ts";
export { generateUuid, isUuidV4 } from "./random/uuid.ts";
export { isValidCnpj } from "./tax-ids/cnpj.ts";
export { isValidCpf } from "./tax-ids/cpf.ts";
export { isValidRfc, PUBLIC_RFC } from "./tax-ids/rfc.ts";
export { asciiBytes, asciiText, decodeBase64, encodeBase64 } from "./text/base64.ts";
export { requireFormat } from "./text/require-format.ts";
export {
  CORREIOS_PREFIXES,
  completeS10,
  generateCorreiosTracking,
  isValidS10,
} from "./tracking/correios-tracking.ts";
export {
  generateConektaOxxoReference,
  generateStripeOxxoNumber,
  OXXO_LIMITS,
  oxxoExpiry,
} from "./vouchers/oxxo.ts";
export { generatePseCus, PSE_MINIMUM } from "./vouchers/pse.ts";
export {
  generateWebpayAuthorizationCode,
  generateWebpayToken,
  requireBuyOrder,
  WEBPAY_TEST_COMMERCE_CODE,
} from "./vouchers/webpay.ts";
