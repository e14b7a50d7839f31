// bank accounts
export { type Cbu, formatCbu, generateCbu, generateCvu, isValidCbu, parseCbu } from "./bank-accounts/cbu.ts";
export {
  bankOfClabe,
  CLABE_BANKS,
  type Clabe,
  type ClabeBank,
  type ClabeInput,
  completeClabe,
  formatClabe,
  generateClabe,
  isValidClabe,
  parseClabe,
} from "./bank-accounts/clabe.ts";
export {
  generateSpeiReference,
  generateSpeiTrackingKey,
  isValidSpeiTrackingKey,
  parseSpeiTrackingKey,
  type SpeiTrackingKeyInput,
} from "./bank-accounts/spei.ts";
// dates
export {
  addBankDays,
  type BankHoliday,
  bankDateAfter,
  bankHolidays,
  boletoPayableUntil,
  isBankDay,
  nextBankDay,
} from "./bank-days/bank-days.ts";
// boleto
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
export { boletoBankName, COMPE_CODES, formatCompeCode } from "./boleto/boleto-banks.ts";
export { dateOfFactor, dueDateFactor } from "./boleto/due-date-factor.ts";
export {
  encodeUtilityBoleto,
  formatUtilityBoletoLine,
  generateUtilityBoleto,
  isValidUtilityBoleto,
  type ParsedUtilityBoleto,
  parseUtilityBoleto,
  type UtilityBoletoInput,
} from "./boleto/utility-boleto.ts";
export {
  BRAZIL_STATE_CODES,
  BRAZIL_STATES,
  type BrazilState,
  type BrazilStateRow,
  cityCodeOf,
  isBrazilState,
  stateOfIbgeCode,
} from "./brazil-state.ts";
// cards, phones, addresses, parcels, vouchers
export {
  type CardBrand,
  type CardNumber,
  formatCardNumber,
  generateCardNumber,
  groupCardNumber,
  isValidCardNumber,
  parseCardNumber,
} from "./cards/card-number.ts";
export { TEST_CARDS, type TestCard } from "./cards/test-cards.ts";
// randomness, check digits, text
export {
  cyclicSum,
  hasLuhnDigit,
  luhnDigit,
  mod10Digit,
  mod11Digit,
  weightedSum,
} from "./check-digits/check-digits.ts";
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
  formatEpochDay,
  formatOffset,
  fromDayFirst,
  isCalendarDate,
  isTimeZone,
  parseEpochDay,
  startOfDate,
  zoneOffsetAt,
} from "./dates/dates-and-zones.ts";
export {
  formatEndOfDate,
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
// fiscal documents
export {
  type AuthorizationProtocolInput,
  generateAuthorizationProtocol,
  generateDigestValue,
  isValidAuthorizationProtocol,
} from "./fiscal/authorization-protocol.ts";
export {
  type ArgentineVoucher,
  argentineQrUrl,
  type Cae,
  generateCae,
  isValidCae,
  parseCae,
} from "./fiscal/cae.ts";
export {
  type CfdiStamp,
  type CfdiVerification,
  cfdiVerificationUrl,
  formatFolioFiscal,
  generateCfdiSeal,
  generateCfdiStamp,
  generateFolioFiscal,
  isValidFolioFiscal,
  parseFolioFiscal,
  TEST_CERTIFICATE_NUMBER,
  TEST_PAC_RFC,
} from "./fiscal/cfdi.ts";
export {
  type DfeAccessKey,
  type DfeAccessKeyInput,
  type DfeModel,
  dfeXmlId,
  formatDfeAccessKey,
  generateDfeAccessKey,
  isValidDfeAccessKey,
  parseDfeAccessKey,
} from "./fiscal/dfe-access-key.ts";
export { ivaOnTop, MEXICAN_IVA_PERCENT, splitIva } from "./fiscal/iva.ts";
export {
  type DpsIdInput,
  dpsId,
  formatNfseAccessKey,
  generateNfseAccessKey,
  generateVerificationCode,
  isValidNfseAccessKey,
  type NfseAccessKey,
  type NfseAccessKeyInput,
  parseNfseAccessKey,
} from "./fiscal/nfse-access-key.ts";
export { cfdiUseFitsRegime, regimeFitsRfc, SAT_REGIMES } from "./fiscal/sat-catalogue.ts";
// money
export {
  explainFraction,
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
export {
  formatPhone,
  generateBrazilLandline,
  generateMobile,
  isValidPhone,
  type Phone,
  parsePhone,
} from "./phones/phone.ts";
// Pix
export {
  type BrCode,
  crc16,
  crc16Hex,
  type DynamicBrCodeInput,
  encodeDynamicBrCode,
  encodeStaticBrCode,
  isValidBrCode,
  parseBrCode,
  type StaticBrCodeInput,
  txidOfBrCode,
} from "./pix/br-code.ts";
export {
  type EndToEndId,
  type EndToEndIdInput,
  formatEndToEndId,
  generateEndToEndId,
  generateReturnId,
  isValidEndToEndId,
  parseEndToEndId,
} from "./pix/end-to-end-id.ts";
export {
  formatPixKey,
  generateEvpKey,
  isValidPixKey,
  type PixKey,
  type PixKeyType,
  parsePixKey,
} from "./pix/pix-key.ts";
export { PIX_ISPB } from "./pix/pix-participant.ts";
export {
  formatStaticTxid,
  generateChargeTxid,
  generateStaticTxid,
  isValidChargeTxid,
  isValidStaticTxid,
  parseChargeTxid,
  parseStaticTxid,
} from "./pix/pix-txid.ts";
export { generateAnyCep, generateCep, stateOfCep } from "./postal-codes/cep.ts";
export {
  formatPostalCode,
  generatePostalCode,
  isValidPostalCode,
  parsePostalCode,
} from "./postal-codes/postal-code.ts";
export {
  ALPHANUMERICS,
  generateUuid,
  isUuidV4,
  pick,
  randomAlphanumerics,
  randomBytes,
  randomDigits,
  randomHex,
  randomLowerAlphanumerics,
  randomNumberText,
  randomText,
  randomUpperAlphanumerics,
  randomUpperHex,
  seededRandom,
} from "./random/random.ts";
export type { RandomSource } from "./random/random-source.ts";
export { secureRandom } from "./random/secure-random.ts";
export { CROCKFORD, generateUlid, ulidTime } from "./random/ulid.ts";
// documents of persons and companies
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
export { bareText } from "./text/bare-text.ts";
export { asciiBytes, asciiText, decodeBase64, encodeBase64 } from "./text/base64.ts";
export { digitsOnly } from "./text/digits-only.ts";
export { editDistance } from "./text/edit-distance.ts";
export { encodeHex } from "./text/hex.ts";
export { requireFormat, toAsciiText } from "./text/text-rules.ts";
export {
  CORREIOS_PREFIXES,
  completeS10,
  formatS10,
  generateCorreiosTracking,
  isValidS10,
  parseS10,
  type S10,
} from "./tracking/s10.ts";
export {
  generateConektaOxxoReference,
  generateStripeOxxoNumber,
  OXXO_LIMITS,
  oxxoExpiry,
} from "./vouchers/oxxo.ts";
export { generatePseCus, isValidPseCus, PSE_MINIMUM } from "./vouchers/pse.ts";
export {
  generateWebpayAuthorizationCode,
  generateWebpayToken,
  requireBuyOrder,
  WEBPAY_TEST_COMMERCE_CODE,
} from "./vouchers/webpay.ts";
