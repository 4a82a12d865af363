/** Where competitions are held: a sentence that names one of these without the competition being there speaks of another. */
export const CITIES =
  "Tokyo, Rio, Rio de Janeiro, London, Beijing, Athens, Sydney, Atlanta, Barcelona, Seoul, " +
  "Los Angeles, LA 2028, LA28, Paris, Brisbane, Durban, Chengdu, Busan, Houston, Budapest, Düsseldorf, " +
  "Dusseldorf, Suzhou, Kuala Lumpur, Halmstad, Dortmund, Rotterdam, Moscow, Yokohama, Zagreb, Bremen, " +
  "Shanghai, Guangzhou, Hangzhou, Jakarta, Incheon, Doha, Singapore Smash, Macao, Macau, Saudi Smash, " +
  "Jeddah, Chongqing, Frankfurt, Ljubljana, Lagos, Taiyuan, Kolkata, Montpellier, Linz, Schwechat, " +
  "Alicante, Warsaw, Munich, Minsk, Krakow, Nanjing, Buenos Aires, Santiago, Lima, Toronto, " +
  "Birmingham, Gold Coast, Glasgow, Delhi, Pyeongyang, Pyongyang, Almaty, Astana, Bangkok, Dubai, " +
  "Muscat, Tunis, Accra, Nagoya, Aichi, Xinxiang, Weihai, Fukuoka, Goa, 东京, 東京, 里约, 里約, 伦敦, 倫敦, 北京, " +
  "雅典, 悉尼, 亚特兰大, 巴塞罗那, 首尔, 汉城, 巴黎, 德班, 成都, 釜山, 休斯敦, 布达佩斯, 杭州, 杜塞尔多夫, 苏州, 吉隆坡, 澳门, 洛杉矶, 多哈, 도쿄, 리우, 런던, " +
  "베이징, 아테네, 시드니, 애틀랜타, 바르셀로나, 서울, 파리, 더반, 청두, 부산, 휴스턴, 부다페스트, 항저우, 뒤셀도르프, 도하, 로스앤젤레스, リオ, ロンドン, アテネ, " +
  "シドニー, アトランタ, バルセロナ, ソウル, パリ, ダーバン, ヒューストン, ブダペスト, ドーハ, ロサンゼルス, Tokio, Pékin, Peking, Londres, " +
  "Athènes, Athen, Atenas, Pekín, Barcelone, Barcelona, Seúl, Séoul, Río, Múnich, Francfort";
