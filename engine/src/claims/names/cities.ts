/**
 * Where competitions are held: a sentence that names one of these without the competition being there speaks of another.
 * Names of the same city are joined by `=`, the English one first: it is the city's value.
 */
export const CITIES =
  "Tokyo=Tokio=东京=東京=도쿄=Tōkyō, Rio=Rio de Janeiro=里约=里約=里约热内卢=리우=リオ=リオデジャネイロ=Río=Río de Janeiro, " +
  "London=Londres=伦敦=倫敦=런던=ロンドン, Beijing=Pékin=Peking=Pekín=北京=베이징, Athens=Athènes=Athen=Atenas=雅典=아테네=アテネ, " +
  "Sydney=Sídney=悉尼=시드니=シドニー, Atlanta=亚特兰大=애틀랜타=アトランタ, Barcelona=Barcelone=巴塞罗那=바르셀로나=バルセロナ, " +
  "Seoul=Seúl=Séoul=首尔=汉城=漢城=서울=ソウル, Los Angeles=LA 2028=LA28=洛杉矶=로스앤젤레스=ロサンゼルス, Paris=París=巴黎=파리=パリ, " +
  "Brisbane, Durban=德班=더반=ダーバン, Chengdu=成都=청두, Busan=釜山=부산, Houston=休斯敦=휴스턴=ヒューストン, " +
  "Budapest=布达佩斯=부다페스트=ブダペスト, Düsseldorf=Dusseldorf=杜塞尔多夫=뒤셀도르프, Suzhou=苏州, Kuala Lumpur=吉隆坡, Halmstad, Dortmund, " +
  "Rotterdam, Moscow, Yokohama, Zagreb, Bremen, Shanghai, Guangzhou, Hangzhou=杭州=항저우, Jakarta, Incheon, Doha=多哈=도하=ドーハ, " +
  "Singapore Smash, Macao=Macau=澳门, Saudi Smash, Jeddah, Chongqing, Frankfurt=Francfort, Ljubljana, Lagos, Taiyuan, Kolkata, " +
  "Montpellier, Linz, Schwechat, Alicante, Warsaw, Munich=Múnich, Minsk, Krakow, Nanjing, Buenos Aires, Santiago, Lima, Toronto, " +
  "Birmingham, Gold Coast, Glasgow, Delhi, Pyeongyang=Pyongyang, Almaty, Astana, Bangkok, Dubai, Muscat, Tunis, Accra, " +
  "Nagoya, Aichi, Xinxiang, Weihai, Fukuoka, Goa";
