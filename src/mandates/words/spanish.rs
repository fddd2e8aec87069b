//! Spanish.

use super::{Table, What};
use crate::document::Act;

#[rustfmt::skip] // as few lines as it takes
pub(super) static TABLE: Table = Table {
    asks: &[
        ("solicita|pide|ruega|reitera su solicitud|reitera la solicitud|reafirma su solicitud|reitera su petición|reitera también su solicitud|renueva su solicitud|reitera la petición", Act::Request),
        ("insta|apremia|insta encarecidamente", Act::Urge),
        ("invita|reitera su invitación|reitera la invitación|renueva su invitación", Act::Invite),
        ("alienta|anima|alienta encarecidamente", Act::Encourage),
        ("exhorta|hace un llamamiento|hace un encarecido llamamiento|reitera su exhortación|reitera su llamamiento|renueva su exhortación|renueva su llamamiento|recuerda a|hace de nuevo un llamamiento", Act::Call),
        ("exige|encarga|ordena|reitera su exigencia|encomienda", Act::Demand),
        ("recomienda", Act::Recommend),
    ],
    to_ask: &[("solicitar|pedir", Act::Request), ("invitar", Act::Invite), ("instar", Act::Urge), ("alentar", Act::Encourage), ("exhortar", Act::Call), ("recomendar", Act::Recommend)],
    decides: "decide|resuelve|ha decidido",
    asks_nobody: "se pide|que pide|se insta|se invita|se exhorta|se solicita|se alienta|se decide|se recomienda|que invita",
    modifiers: "también|además|encarecidamente|una vez más|nuevamente|de nuevo|a este respecto|a ese respecto|en este sentido|en ese sentido|en este contexto|en ese contexto|a tal fin|a ese fin|en particular|con ese fin|a tal efecto|a ese efecto|, a este respecto ,|, a ese respecto ,|, en este sentido ,|, en ese sentido ,|, en este contexto ,|, en ese contexto ,|, a tal fin ,|, una vez más ,|, por tanto ,|por consiguiente|por lo tanto|por tanto|en consecuencia|enérgicamente|firmemente|asimismo|igualmente|especialmente|urgentemente|solemnemente|con tal fin|, con este fin ,|, con ese fin ,|, con tal fin ,|, en particular ,|sigue|de igual modo|vivamente|con este fin|al respecto|, al respecto ,",
    before: ",|;|y|e|:|.|(|)|o",
    that: "que",
    shall: "deberá|debería|deberán|deberían|será|serán|sea|sean|se celebre|se celebren|celebre|celebrará|se celebrará",
    and: ",|;|y|e|así como|o",
    pronouns: "le|les|lo|la|los|las|este|esta|ese|esa|él|ella|ellos|ellas",
    continues: "siga|sigan|continúe|continúen|prosiga|prosigan|seguir|continuar|considere|consideren|considerar|estudie la posibilidad|considere la posibilidad|consideren la posibilidad|mantenga|mantengan|mantener|proseguir|que|la posibilidad de",
    verbs: &[
        ("informe|informen|informar|informara|informándole|informando|rinda cuentas|rinda informe|rinda informes|informarle|informarla|informara", What::Report),
        ("reexamine|revise|revisen|revisar|examinen sus|examinar sus|examine sus|examinen los|examinar los marcos|examinen las|examinar las prácticas|examinar las políticas|examinar las leyes|examinar la posibilidad de revisar|examinar y|realice un examen|lleve a cabo un examen|reexaminar", What::Review),
        ("convoque|convoquen|convocando|organizando reuniones|celebrando consultas|celebrando reuniones|participar en un diálogo|participe en un diálogo|participen en un diálogo|entable un diálogo|mantenga un diálogo|convocar|se reúna|se reúnan|reunirse|celebre consultas|reúna|reunir|celebrar consultas", What::Meeting),
        ("haga una exposición|presente una exposición|haga exposiciones|ofrezca una exposición", What::Briefing),
        ("actualice|actualicen|actualizar|mantenga informada|mantenga informado|mantenga informados|mantenga al corriente|mantenga al tanto|ponga al día|mantenga informad*|mantenerla informada", What::Update),
        ("realice un estudio|haga un estudio|realizar un estudio|lleve a cabo un estudio", What::Study),
        ("contribuyan generosamente|contribuyan al fondo|contribuir generosamente|hacer contribuciones voluntarias|realicen contribuciones voluntarias|aporten más contribuciones|contribuyan al fondo fiduciario|hagan contribuciones voluntarias|aporten contribuciones voluntarias", What::Fund),
    ],
    gives: "preparando|presente|presenten|presentar|presentando|presentarle|presentara|proporcione|proporcionen|proporcionar|proporcionando|facilite|facilitar|prepare|preparen|preparar|publique|publicar|transmita|transmitan|transmitir|comunique|comuniquen|comunicar|distribuya|distribuir|ofrezca|ofrezcan|ofrecer|recopile|recopilar|suministre|suministren|suministrar|remita|remitir|produzca|exponga|recoja|consigne|redacte|envíe|envíen|ponga a disposición|compartan|comparta|intercambien|aporte información|aporten información|dedique una sección|hiciera",
    makes: "aporte|aporten|aportar|organizando|celebrando|elaborando|incluyendo|manteniendo|elabore|elaboren|elaborar|incluya|incluyan|incluir|dé|den|dar|brinde|brinden|brindar|preste|presten|prestar|formule|formulen|formular|establezca|establezcan|establecer|apruebe|aprueben|aprobar|adopte|adopten|adoptar|celebre|celebren|celebrar|organice|organicen|organizar|dedique|dedicar|emprenda|emprender|realice|realicen|realizar|lleve a cabo|lleven a cabo|llevar a cabo|cree|creen|crear|inicie|iniciar|asigne|asignar|haga|hagan|hacer|acoja|proponga|desarrolle|desarrollen|indique|refleje|aborde",
    reports: "informe|informes|resumen",
    means: "mediante|por medio|incluso|incluye|medios",
    creates: "establecer|crear|constituir|nombrar",
    nouns: &[
        ("informe|informes|información|recopilación|compilación|resumen|nota|compendio", What::Report),
        ("examen|exámenes|revisión", What::Review),
        ("reunión|reuniones|conferencia|conferencias|mesa redonda|taller|talleres|seminario|seminarios|consultas|consulta|diálogo|foro|período de sesiones|períodos de sesiones|sesión|sesiones|coloquio", What::Meeting),
        ("exposición|exposiciones|exposición informativa|exposición oral|presentación oral|sesión informativa|sesiones informativas", What::Briefing),
        ("actualización|actualizaciones|información actualizada|datos actualizados|informe actualizado oral|información oral actualizada", What::Update),
        ("estudio|estudios", What::Study),
        ("plan|planes|estrategia|estrategias|hoja de ruta|programa de acción|plan de acción|planes de acción|estrategias nacionales|plan estratégico", What::Plan),
        ("fondo fiduciario|contribuciones voluntarias|contribuciones financieras|fondo de contribuciones voluntarias", What::Fund),
        ("apoyo|asistencia|ayuda|asistencia técnica|cooperación técnica|cooperación|creación de capacidad|desarrollo de la capacidad|medidas|leyes|legislación|políticas|servicios|acceso|esfuerzos|asesoramiento|orientación|capacitación|protección|herramientas|atención|prioridad|progresos", What::Other),
    ],
    about: "sobre|relativo|relativa|relativos|relativas|al respecto|acerca|en relación con|respecto|con respecto|a fin de|con miras|para|que contenga|teniendo en cuenta|de conformidad con|en cumplimiento|en lo que respecta|referente|con el fin|por la que",
    numbers: &[
        ("primer|primero|primera", 1), ("segundo|segunda", 2), ("tercer|tercero|tercera", 3), ("cuarto|cuarta", 4), ("quinto|quinta", 5), ("sexto|sexta", 6), ("séptimo|séptima", 7), ("octavo|octava", 8), ("noveno|novena", 9), ("décimo|décima", 10),
        ("undécimo", 11), ("duodécimo", 12), ("decimotercer|decimotercero", 13), ("decimocuarto", 14), ("decimoquinto", 15), ("decimosexto", 16), ("decimoséptimo", 17), ("decimoctavo", 18), ("decimonoveno", 19),
        ("vigésimo", 20), ("trigésimo", 30), ("cuadragésimo", 40), ("quincuagésimo", 50), ("sexagésimo", 60), ("septuagésimo", 70), ("octogésimo", 80), ("nonagésimo", 90), ("centésimo", 100),
        ("vigesimoprimer*", 21), ("vigesimosegundo", 22), ("vigesimotercer*", 23), ("vigesimocuarto", 24), ("vigesimoquinto", 25), ("vigesimosexto", 26), ("vigesimoséptimo", 27), ("vigesimoctavo", 28), ("vigesimonoveno", 29),
    ],
    session: "período de sesiones|períodos de sesiones|período ordinario de sesiones|período extraordinario de sesiones|período sustantivo de sesiones",
    every: &[
        ("anualmente|cada año|todos los años|una vez al año|informe anual|informes anuales|con periodicidad anual|anual|anuales", 1),
        ("cada dos años|bienal|bienales|bienalmente", 2), ("cada tres años|trienal|trienales", 3), ("cada cuatro años|cuatrienal|cuatrienales", 4), ("cada cinco años|quinquenal|quinquenales", 5),
    ],
    months: ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    by: "a más tardar el|a más tardar en|antes de|antes del|para|hasta el|en|el|a más tardar|para fines de|a finales de|antes de que finalice|a fines de|hasta|durante|de|del",
    renews: "en cumplimiento de|de conformidad con|solicitado en|en atención a|conforme a|solicitada en|con arreglo a|prevista en|previsto en",
};
