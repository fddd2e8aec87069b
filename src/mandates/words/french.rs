//! French.

use super::{Table, What};
use crate::document::Act;

#[rustfmt::skip] // as few lines as it takes
pub(super) static TABLE: Table = Table {
    asks: &[
        ("prie|réitère sa demande|réitère la demande|réaffirme sa demande|renouvelle sa demande|réitère à|demande de nouveau|demande une fois de plus|demande à nouveau|demande une nouvelle fois|demande|rappelle à", Act::Request),
        ("prie instamment|exhorte|demande instamment|engage instamment|engage vivement|invite instamment|adjure|prie vivement|prie également instamment|demande également instamment|engage également instamment|exhorte vivement", Act::Urge),
        ("invite|réitère son invitation|renouvelle son invitation|réitère l invitation", Act::Invite),
        ("encourage|engage|incite|préconise que|encourage vivement|conseille à|souhaite que", Act::Encourage),
        ("lance un appel|lance un appel pressant|fait appel|réitère son appel|renouvelle son appel|appelle|en appelle|lance de nouveau un appel", Act::Call),
        ("exige|charge|donne pour instruction|enjoint|somme|réitère son exigence", Act::Demand),
        ("recommande", Act::Recommend),
    ],
    to_ask: &[("prier|demander à", Act::Request), ("inviter", Act::Invite), ("exhorter", Act::Urge), ("encourager|engager", Act::Encourage), ("recommander", Act::Recommend)],
    decides: "décide|résout|a décidé|se déclare résolue",
    asks_nobody: "en charge|prend en charge|à la demande|appelle l attention|appelle de ses vœux|la demande|sa demande|de demande",
    modifiers: "également|en outre|de nouveau|une fois de plus|à nouveau|une nouvelle fois|instamment|vivement|à cet égard|à ce sujet|à ce propos|dans ce contexte|à cette fin|en particulier|par conséquent|en conséquence|ainsi|dans cette optique|sur ce point|en ce sens|, à cet égard ,|, à ce propos ,|, à cette fin ,|, dans ce contexte ,|de même|par ailleurs|aussi|donc|expressément|fermement|tout particulièrement|notamment|à ce titre|, en outre ,|, dans cet esprit ,|solennellement|continue de|énergiquement|dans cette perspective|dans ce cadre|, dans ce cadre ,|en vue de cela|pour ce faire|à cet effet|, à cet effet ,|dès lors",
    before: ",|;|et|:|.|(|)|ou",
    that: "que|qu",
    shall: "devra|devrait|devront|devraient|sera|seront|soit|soient|tiendra|tiendront|se tiendra",
    and: ",|;|et|ainsi que|ou",
    pronouns: "le|la|les|lui|leur|l|celui ci|celle ci|ceux ci|celles ci",
    continues: "continuer|poursuivre|envisager|persévérer|rester|continuer à|maintenir",
    verbs: &[
        ("rendre compte|faire rapport|rapporter|faire un rapport|faire part dans|rende compte|fasse rapport|informer l assemblée|l informer|informer le conseil|informer le comité|informer la commission", What::Report),
        ("réexaminer|passer en revue|revoir|faire le bilan|procéder à un examen|garder à l examen|tenir à l examen|revoie|examiner leurs|examiner ses|examiner les cadres|examiner les politiques|examiner les lois|examiner les pratiques|réviser|examiner et|étudier et réviser", What::Review),
        ("convoquer|se réunir|réunir|rencontrer|engager un dialogue|engager le dialogue|participer à un dialogue|prendre part à un dialogue|dialoguer avec|tenir des consultations|tenir une réunion|organiser une réunion|tenir des réunions|convoque", What::Meeting),
        ("faire un exposé|présenter un exposé|faire des exposés", What::Briefing),
        ("faire le point|tenir informé|tenir informée|tenir informés|tenir au courant|actualiser|tenir l assemblée|tenir le conseil|le tenir|la tenir|informer régulièrement", What::Update),
        ("faire une étude|réaliser une étude|mener une étude|effectuer une étude", What::Study),
        ("contribuer au fonds|verser des contributions volontaires|verser des contributions|versent des contributions|verser des contributions financières|apporter des contributions volontaires|augmenter le montant des contributions financières|alimenter le fonds|contribuer généreusement", What::Fund),
    ],
    gives: "présenter|soumettre|fournir|établir|publier|transmettre|communiquer|produire|diffuser|distribuer|faire figurer|consigner|faire distribuer|rédiger|adresser|dresser|rassembler|compiler|présente|soumette|fournisse|établisse|indiquer dans|tienne|traiter dans",
    makes: "verser|apporter des|engager|élaborer|inclure|donner|apporter|mettre en place|adopter|organiser|tenir|prévoir|consacrer|entreprendre|mener|effectuer|procéder|réaliser|créer|lancer|prêter|allouer|accorder|affecter|mettre au point|formuler|rendre|accueillir|livrer|proposer|faire|mettre à disposition|mettre à la disposition|inscrire",
    reports: "rapport|rapports|résumé|compte rendu",
    means: "en|par|notamment en|moyens|grâce à",
    creates: "créer|constituer|établir|nommer",
    nouns: &[
        ("rapport|rapports|informations|renseignements|compilation|recueil|résumé|résumé analytique|synthèse|note|compte rendu", What::Report),
        ("examen|examens|bilan", What::Review),
        ("réunion|réunions|conférence|conférences|table ronde|atelier|ateliers|séminaire|séminaires|consultations|consultation|dialogue|forum|session|sessions|réunion débat|colloque|séance|séances", What::Meeting),
        ("exposé|exposés|exposé oral", What::Briefing),
        ("mise à jour|mises à jour|informations actualisées|point de la situation|bilan actualisé|compte rendu actualisé|informations à jour|exposé oral actualisé|point sur", What::Update),
        ("étude|études", What::Study),
        ("plan|plans|stratégie|stratégies|feuille de route|programme d action|plan d action|plans d action|stratégies nationales|plan stratégique", What::Plan),
        ("fonds d affectation spéciale|contributions volontaires|contributions financières|fonds de contributions volontaires", What::Fund),
        ("appui|assistance|aide|assistance technique|coopération technique|coopération|renforcement des capacités|mesures|lois|législation|politiques|services|accès|efforts|conseils|formation|protection|soutien|concours|outils|attention|priorité|progrès", What::Other),
    ],
    about: "sur|concernant|relatif|relative|relatifs|relatives|au sujet|à ce sujet|à propos|touchant|en ce qui concerne|en vue de|afin|pour|portant|contenant|compte tenu|conformément|en application|s agissant|en tenant compte|dans le cadre|à l appui|consacré|consacrée|ayant pour|qui permettent|visant|visent",
    numbers: &[
        ("premier|première|unième", 1), ("deuxième|second|seconde", 2), ("troisième", 3), ("quatrième", 4), ("cinquième", 5), ("sixième", 6), ("septième", 7), ("huitième", 8), ("neuvième", 9), ("dixième|dix", 10),
        ("onzième|onze", 11), ("douzième|douze", 12), ("treizième|treize", 13), ("quatorzième|quatorze", 14), ("quinzième|quinze", 15), ("seizième|seize", 16),
        ("vingtième|vingt", 20), ("trentième|trente", 30), ("quarantième|quarante", 40), ("cinquantième|cinquante", 50), ("soixantième|soixante", 60), ("quatre vingtième|quatre vingt|quatre vingts", 80), ("centième|cent", 100),
    ],
    session: "session|sessions|session ordinaire|session de fond",
    every: &[
        ("tous les ans|chaque année|annuellement|une fois par an|rapport annuel|rapports annuels|annuelle|annuelles|annuels|annuel", 1),
        ("tous les deux ans|biennal|biennaux|bisannuel|bisannuels|une année sur deux", 2),
        ("tous les trois ans|triennal|triennaux", 3), ("tous les quatre ans|quadriennal|quadriennaux", 4), ("tous les cinq ans|quinquennal|quinquennaux", 5),
    ],
    months: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    by: "d ici|d ici à|d ici au|avant|au plus tard|au plus tard le|jusqu au|jusqu à|en|le|d ici à la fin de|avant la fin de|à la fin de|d ici à fin|au cours de l année|du|dès|de",
    renews: "en application de|conformément à|conformément au|demandé dans|en exécution de|comme suite à|prévu dans|visé dans|prescrit dans",
};
