import type { Country } from "@codespar/contract";

/** A region by the numbers its postal codes start at and end with, and where its main city lies. */
export interface PostalRegion {
  from: number;
  to: number;
  city: string;
  /** State, province, department or region, as the country abbreviates it. */
  state: string;
  /** Degrees; good enough to tell near from far. */
  latitude: number;
  longitude: number;
}

/**
 * Regions by country. The number compared is: BR the first five digits (Correios), MX the first two (SEPOMEX),
 * AR the four digits, CO the first two (DANE department), CL the first three. Borders are approximate outside Brazil.
 */
export const postalRegions: Readonly<Record<Country, readonly PostalRegion[]>> = {
  BR: regions(`
    1000 19999 São Paulo|SP -23.5 -46.6
    20000 28999 Rio de Janeiro|RJ -22.9 -43.2
    29000 29999 Vitória|ES -20.3 -40.3
    30000 39999 Belo Horizonte|MG -19.9 -43.9
    40000 48999 Salvador|BA -13.0 -38.5
    49000 49999 Aracaju|SE -10.9 -37.1
    50000 56999 Recife|PE -8.1 -34.9
    57000 57999 Maceió|AL -9.7 -35.7
    58000 58999 João Pessoa|PB -7.1 -34.9
    59000 59999 Natal|RN -5.8 -35.2
    60000 63999 Fortaleza|CE -3.7 -38.5
    64000 64999 Teresina|PI -5.1 -42.8
    65000 65999 São Luís|MA -2.5 -44.3
    66000 68899 Belém|PA -1.5 -48.5
    68900 68999 Macapá|AP 0.0 -51.1
    69000 69299 Manaus|AM -3.1 -60.0
    69300 69399 Boa Vista|RR 2.8 -60.7
    69400 69899 Manaus|AM -3.1 -60.0
    69900 69999 Rio Branco|AC -10.0 -67.8
    70000 72799 Brasília|DF -15.8 -47.9
    72800 72999 Goiânia|GO -16.7 -49.3
    73000 73699 Brasília|DF -15.8 -47.9
    73700 76799 Goiânia|GO -16.7 -49.3
    76800 76999 Porto Velho|RO -8.8 -63.9
    77000 77999 Palmas|TO -10.2 -48.3
    78000 78899 Cuiabá|MT -15.6 -56.1
    79000 79999 Campo Grande|MS -20.4 -54.6
    80000 87999 Curitiba|PR -25.4 -49.3
    88000 89999 Florianópolis|SC -27.6 -48.5
    90000 99999 Porto Alegre|RS -30.0 -51.2`),
  MX: regions(`
    0 16 Ciudad de México|CDMX 19.4 -99.1
    20 20 Aguascalientes|AGS 21.9 -102.3
    21 22 Tijuana|BC 32.5 -117.0
    23 23 La Paz|BCS 24.1 -110.3
    24 24 Campeche|CAMP 19.8 -90.5
    25 27 Saltillo|COAH 25.4 -101.0
    28 28 Colima|COL 19.2 -103.7
    29 30 Tuxtla Gutiérrez|CHIS 16.8 -93.1
    31 33 Chihuahua|CHIH 28.6 -106.1
    34 35 Durango|DGO 24.0 -104.7
    36 38 León|GTO 21.1 -101.7
    39 41 Acapulco|GRO 16.9 -99.9
    42 43 Pachuca|HGO 20.1 -98.7
    44 49 Guadalajara|JAL 20.7 -103.3
    50 57 Toluca|MEX 19.3 -99.7
    58 61 Morelia|MICH 19.7 -101.2
    62 62 Cuernavaca|MOR 18.9 -99.2
    63 63 Tepic|NAY 21.5 -104.9
    64 67 Monterrey|NL 25.7 -100.3
    68 71 Oaxaca|OAX 17.1 -96.7
    72 75 Puebla|PUE 19.0 -98.2
    76 76 Querétaro|QRO 20.6 -100.4
    77 77 Cancún|QROO 21.2 -86.9
    78 79 San Luis Potosí|SLP 22.2 -101.0
    80 82 Culiacán|SIN 24.8 -107.4
    83 85 Hermosillo|SON 29.1 -111.0
    86 86 Villahermosa|TAB 18.0 -92.9
    87 89 Ciudad Victoria|TAMPS 23.7 -99.1
    90 90 Tlaxcala|TLAX 19.3 -98.2
    91 96 Veracruz|VER 19.2 -96.1
    97 97 Mérida|YUC 21.0 -89.6
    98 99 Zacatecas|ZAC 22.8 -102.6`),
  AR: regions(`
    1000 1499 Buenos Aires|CABA -34.6 -58.4
    1500 1999 La Plata|BA -34.9 -57.9
    2000 3099 Rosario|SF -32.9 -60.7
    3100 3299 Paraná|ER -31.7 -60.5
    3300 3399 Posadas|MI -27.4 -55.9
    3400 3499 Corrientes|CN -27.5 -58.8
    3500 3599 Resistencia|CC -27.5 -59.0
    3600 3699 Formosa|FO -26.2 -58.2
    4000 4199 San Miguel de Tucumán|TU -26.8 -65.2
    4200 4399 Santiago del Estero|SE -27.8 -64.3
    4400 4599 Salta|SA -24.8 -65.4
    4600 4699 San Salvador de Jujuy|JY -24.2 -65.3
    4700 4799 Catamarca|CT -28.5 -65.8
    5000 5299 Córdoba|CB -31.4 -64.2
    5300 5399 La Rioja|LR -29.4 -66.9
    5400 5499 San Juan|SJ -31.5 -68.5
    5500 5699 Mendoza|MZ -32.9 -68.8
    5700 5799 San Luis|SL -33.3 -66.3
    5800 5999 Río Cuarto|CB -33.1 -64.3
    6000 6299 Junín|BA -34.6 -60.9
    6300 6399 Santa Rosa|LP -36.6 -64.3
    6400 8199 Mar del Plata|BA -38.0 -57.6
    8200 8399 Neuquén|NQ -38.9 -68.1
    8400 8599 Bariloche|RN -41.1 -71.3
    9000 9299 Comodoro Rivadavia|CH -45.9 -67.5
    9300 9409 Río Gallegos|SC -51.6 -69.2
    9410 9499 Ushuaia|TF -54.8 -68.3`),
  CO: regions(`
    5 5 Medellín|ANT 6.2 -75.6
    8 8 Barranquilla|ATL 11.0 -74.8
    11 11 Bogotá|DC 4.6 -74.1
    13 13 Cartagena|BOL 10.4 -75.5
    15 15 Tunja|BOY 5.5 -73.4
    17 17 Manizales|CAL 5.1 -75.5
    18 18 Florencia|CAQ 1.6 -75.6
    19 19 Popayán|CAU 2.4 -76.6
    20 20 Valledupar|CES 10.5 -73.3
    23 23 Montería|COR 8.8 -75.9
    25 25 Soacha|CUN 4.6 -74.2
    27 27 Quibdó|CHO 5.7 -76.7
    41 41 Neiva|HUI 2.9 -75.3
    44 44 Riohacha|LAG 11.5 -72.9
    47 47 Santa Marta|MAG 11.2 -74.2
    50 50 Villavicencio|MET 4.1 -73.6
    52 52 Pasto|NAR 1.2 -77.3
    54 54 Cúcuta|NSA 7.9 -72.5
    63 63 Armenia|QUI 4.5 -75.7
    66 66 Pereira|RIS 4.8 -75.7
    68 68 Bucaramanga|SAN 7.1 -73.1
    70 70 Sincelejo|SUC 9.3 -75.4
    73 73 Ibagué|TOL 4.4 -75.2
    76 76 Cali|VAC 3.4 -76.5
    81 81 Arauca|ARA 7.1 -70.8
    85 85 Yopal|CAS 5.3 -72.4
    86 86 Mocoa|PUT 1.1 -76.6
    88 88 San Andrés|SAP 12.6 -81.7
    91 91 Leticia|AMA -4.2 -69.9
    94 94 Inírida|GUA 3.9 -67.9
    95 95 San José del Guaviare|GUV 2.6 -72.6
    97 97 Mitú|VAU 1.3 -70.2
    99 99 Puerto Carreño|VID 6.2 -67.5`),
  CL: regions(`
    100 109 Arica|AP -18.5 -70.3
    110 119 Iquique|TA -20.2 -70.1
    120 149 Antofagasta|AN -23.7 -70.4
    150 169 Copiapó|AT -27.4 -70.3
    170 199 La Serena|CO -29.9 -71.3
    200 279 Valparaíso|VS -33.0 -71.6
    280 329 Rancagua|LI -34.2 -70.7
    330 369 Talca|ML -35.4 -71.7
    370 399 Chillán|NB -36.6 -72.1
    400 469 Concepción|BI -36.8 -73.0
    470 499 Temuco|AR -38.7 -72.6
    500 519 Valdivia|LR -39.8 -73.2
    520 589 Puerto Montt|LL -41.5 -72.9
    590 599 Coyhaique|AI -45.6 -72.1
    600 649 Punta Arenas|MA -53.2 -70.9
    650 999 Santiago|RM -33.4 -70.7`),
};

function regions(table: string): PostalRegion[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const match = /^\s*(\d+) (\d+) (.+)\|(\w+) (-?[\d.]+) (-?[\d.]+)$/.exec(line);
      if (match === null) throw new RangeError(`Postal region "${line}" does not read.`);
      const [, from, to, city = "", state = "", latitude, longitude] = match;
      return {
        from: Number(from),
        to: Number(to),
        city,
        state,
        latitude: Number(latitude),
        longitude: Number(longitude),
      };
    });
}
