export { bankOfClabe, type ClabeBank, generateClabe, isValidClabe } from "./bank-accounts/clabe.ts";
export { generateSpeiReference, generateSpeiTrackingKey } from "./bank-accounts/spei.ts";
export {
  addBankDays,
  type BankHoliday,
  bankDateAfter,
  bankHolidays,
  boletoPayableUntil,
  isBankDay,
  nextBankDay,
} from "./bank-days/bank-days.ts";
export {
  type Boleto,
  type BoletoInput,
  barcodeOfBoletoLine,
  boletoDueDate,
  encodeBoleto,
  formatBoletoLine,
  generateBoleto,
  isValidBoleto,
  type ParsedBoleto,
  parseBoleto,
} from "./boleto/boleto.ts";
export { COMPE_CODES } from "./boleto/boleto-banks.ts";
export { dateOfFactor, dueDateFactor } from "./boleto/due-date-factor.ts";
export { TEST_CARDS } from "./cards/test-cards.ts";
export { cyclicSum, hasLuhnDigit, luhnDigit, mod10Digit, mod11Digit } from "./check-digits/check-digits.ts";
export {
  COUNTRIES,
  COUNTRY_CODES,
  type CountryCode,
  type CountryRow,
  countryOfCurrency,
  type DocumentType,
  isCountryCode,
  timeZoneOfCurrency,
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
export {
  type BrCode,
  type DynamicBrCodeInput,
  encodeDynamicBrCode,
  encodeStaticBrCode,
  isValidBrCode,
  parseBrCode,
  type StaticBrCodeInput,
  txidOfBrCode,
} from "./pix/br-code.ts";
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
export { isPersonTaxpayer, taxpayerField } from "./tax-ids/brazil-taxpayer.ts";
export { formatCedula, generateCedula, isValidCedula, parseCedula } from "./tax-ids/cedula.ts";
export {
  completeCnpj,
  formatCnpj,
  generateAlphanumericCnpj,
  generateCnpj,
  isValidCnpj,
  parseCnpj,
} from "./tax-ids/cnpj.ts";
export { completeCpf, formatCpf, generateCpf, isValidCpf, parseCpf } from "./tax-ids/cpf.ts";
export { formatCuit, generateCuit, isValidCuit, parseCuit } from "./tax-ids/cuit.ts";
export { completeCurp, formatCurp, generateCurp, isValidCurp, parseCurp } from "./tax-ids/curp.ts";
export { formatDni, generateDni, isValidDni, parseDni } from "./tax-ids/dni.ts";
export { completeNit, formatNit, generateNit, isValidNit, parseNit } from "./tax-ids/nit.ts";
export {
  completeRfc,
  FOREIGN_RFC,
  formatRfc,
  generateRfc,
  hasRfcCheckCharacter,
  isValidRfc,
  PUBLIC_RFC,
  parseRfc,
  TEST_ISSUER_RFC,
} from "./tax-ids/rfc.ts";
export { completeRuc, formatRuc, generateRuc, isValidRuc, parseRuc } from "./tax-ids/ruc.ts";
export { completeRut, formatRut, generateRut, isValidRut, parseRut } from "./tax-ids/rut.ts";
export { formatTaxId, generateTaxId, isValidTaxId, parseTaxId, type TaxId } from "./tax-ids/tax-id.ts";
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
