//! English.

use super::{Table, What};
use crate::document::Act;

#[rustfmt::skip] // as few lines as it takes
pub(super) static TABLE: Table = Table {
    asks: &[
        ("we request|we also request|we further request|we strongly request|we therefore request|requests|asks|reiterates its request|reiterates its requests|reiterates the request|reaffirms its request|renews its request|repeats its request|reiterates its previous request|reiterates its earlier request", Act::Request),
        ("we urge|we also urge|we further urge|we strongly urge|we therefore urge|urges|reiterates its urging", Act::Urge),
        ("we invite|we also invite|we further invite|we strongly invite|we therefore invite|invites|reiterates its invitation|reiterates the invitation|renews its invitation", Act::Invite),
        ("we encourage|we also encourage|we further encourage|we strongly encourage|we therefore encourage|encourages|reiterates its encouragement", Act::Encourage),
        ("we call upon|we also call upon|we further call upon|we strongly call upon|we therefore call upon|we call on|we also call on|we further call on|we strongly call on|we therefore call on|calls upon|calls on|calls once again upon|calls again upon|appeals to|appeals once again to|makes an appeal to|reiterates its call upon|reiterates its call on|reiterates its call to|reiterates its call for|reiterates its call|reiterates its appeal|reiterates its appeal to|renews its appeal to|renews its call upon|renews its call|reminds", Act::Call),
        ("demands|directs|instructs|reiterates its demand", Act::Demand),
        ("we recommend|we also recommend|we further recommend|we strongly recommend|we therefore recommend|recommends", Act::Recommend),
    ],
    to_ask: &[("request|ask", Act::Request), ("invite", Act::Invite), ("urge", Act::Urge), ("encourage", Act::Encourage), ("call upon|call on|appeal to", Act::Call), ("instruct|direct", Act::Demand), ("recommend", Act::Recommend)],
    decides: "we decide|we also decide|we further decide|we strongly decide|we therefore decide|decides|resolves|has decided|undertakes",
    asks_nobody: "receives requests|requests for|requests from|requests of|requests by|requests to the|requests and|requests made|requests received|requests submitted|appeals to the court|demands of|demands for|demands on|calls for|urges caution|reiterates its decision",
    modifiers: "also|further|strongly|once again|again|in particular|in this regard|in that regard|in this respect|in that respect|in this context|in that context|in this connection|in that connection|to this end|to that end|for this purpose|for that purpose|therefore|accordingly|urgently|specifically|once more|especially|additionally|in addition|hereby|moreover|furthermore|solemnly|firmly|earnestly|, in this regard ,|, in that regard ,|, in this respect ,|, in that respect ,|, in this context ,|, in that context ,|, in this connection ,|, in that connection ,|, therefore ,|, to that end ,|, to this end ,|, inter alia ,|likewise|meanwhile|at the same time|thus|consequently|notes and|continues to|reiterates and|calls upon and",
    before: ",|;|and|:|.|(|)|or",
    that: "that",
    shall: "shall|should|will|must|would|may",
    and: ",|;|and|as well as|or",
    pronouns: "him|them|it|they|he|she|her|those countries|these countries",
    continues: "continue|keep|consider|resume|continuing|continue ,|proceed|further",
    verbs: &[
        ("inform the general assembly|inform the assembly|inform the council|inform it|inform the committee|inform the security council|inform the human rights council|report|reports|reporting|account for|keep reporting", What::Report),
        ("review|re examine|reexamine|keep under review|keep under continuous review|keep the matter under review|keep the question under review|keep the situation under review|keep under active review|keep under close review|keep its guidelines|undertake a review|undertake a comprehensive review|conduct a review|conduct a comprehensive review|carry out a review|carry out a comprehensive review|reviewing|keep under continued review|review and", What::Review),
        ("engage in an interactive dialogue|engage in interactive dialogue|engage in a dialogue|participate in an interactive dialogue|convene|convening|reconvene|convoke|meet to|meet at|meet in|meet with|meet on|meet every|meet annually|meet regularly|meet periodically|meet once|meet twice|meet for|meet again|meet during|meet as|meet ,|meet ;|meet .|meet before|meet prior|meet informally|meet intersessionally|meet jointly|meet until|meet from|meet no|meet not|meet within|meet the parties|meet the committee|meet the council|meet the commission|meet freely|meet representatives|meet members|meet and|meet back|meet immediately|meet when|meet if|hold consultations|engage in interactive dialogues|participate in the interactive dialogue|participate in interactive dialogues|hold a meeting|hold meetings", What::Meeting),
        ("brief|briefing", What::Briefing),
        ("update|keep the general assembly informed|keep the assembly informed|keep the security council informed|keep the council informed|keep it informed|keep member states informed|keep the committee informed|keep states informed|keep the human rights council informed|keep the commission informed|keep informed|keep the economic and social council informed|keep member states and", What::Update),
        ("study|undertake a study|conduct a study|carry out a study|prepare a study|undertake a comprehensive study|conduct a comprehensive study", What::Study),
        ("contribute to the trust fund|contribute to the fund|make voluntary contributions|contribute generously|contribute to the voluntary fund|increase their voluntary contributions|provide voluntary contributions|contribute voluntarily", What::Fund),
    ],
    gives: "submit|present|provide|prepare|issue|transmit|produce|circulate|furnish|communicate|deliver|compile|ensure the holding|ensure that the commission on sustainable development holds|facilitate the convening|submitting|presenting|providing|preparing|distribute|address in|submit and|set out|indicate in|elaborate on|forward|put forward|bring forward|elaborate in|analyse in|evaluate in",
    makes: "publish|make available|include|supply|make|give|develop|elaborate|formulate|draw up|establish|adopt|hold|organize|organise|devote|undertake|conduct|commission|carry out|arrange|initiate|launch|host|propose|offer|render",
    reports: "report|reports|summary",
    means: "by|through",
    creates: "establish|create|set up|appoint|constitute",
    nouns: &[
        ("report|reports|information|note by|compilation|compendium|summary|summary report|analytical report|reporting", What::Report),
        ("review|reviews|comprehensive review", What::Review),
        ("meeting|meetings|conference|conferences|panel discussion|panel discussions|workshop|workshops|seminar|seminars|consultations|consultation|dialogue|interactive dialogue|forum|session|sessions|round table|symposium|segment|special meeting", What::Meeting),
        ("briefing|briefings|oral briefing|oral presentation", What::Briefing),
        ("update|updates|updated information|oral update|oral updates|written update", What::Update),
        ("study|studies", What::Study),
        ("plan|plans|strategy|strategies|action plan|action plans|road map|road maps|roadmap|plan of action|plans of action|programme of action|national strategies|national action plans|strategic plan|national plans|implementation plan", What::Plan),
        ("trust fund|voluntary contributions|voluntary fund|financial contributions", What::Fund),
        // What is given and is none of these.
        ("support|assistance|technical assistance|technical cooperation|cooperation|capacity building|measures|legislation|policies|services|access|efforts|opportunities|guidance|advice|training|protection|appropriate support|tools|attention|priority|use|progress", What::Other),
    ],
    about: "on|regarding|concerning|about|with respect to|relating to|with regard to|as to|containing|in respect of|thereon|focusing on|aimed at|with a view to|in order to|so as to|taking into account|in accordance with|pursuant to|based on|in line with|for the purpose|in support of|in the implementation|in implementing|to implement|for the implementation|to support|to ensure|in relation to|covering",
    numbers: &[
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10),
        ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
        ("twentieth|twenty", 20), ("thirtieth|thirty", 30), ("fortieth|forty", 40), ("fiftieth|fifty", 50), ("sixtieth|sixty", 60), ("seventieth|seventy", 70), ("eightieth|eighty", 80), ("ninetieth|ninety", 90), ("hundredth|hundred", 100),
    ],
    session: "session|sessions|regular session|regular sessions|resumed session|substantive session|annual session",
    every: &[
        ("every twelve months|every 12 months|at least once a year|once every year|once each year|of each year|of every year|each calendar year|every calendar year|yearly basis|at yearly intervals|in each year|an annual|his annual report|her annual report|its annual report|their annual report|at each regular session|at each of its regular sessions|at every regular session|at each session of the general assembly|annually|every year|each year|on an annual basis|an annual report|annual reports|an annual update|annual updates|annual briefings|annual meetings|yearly|once a year|once per year|on a yearly basis|annual basis|an annual panel discussion|an annual full day meeting|an annual oral|an annual comprehensive report", 1),
        ("every other year|every second regular session|every 24 months|once every two years|at two year intervals|in alternate years|a biennial|every two years|biennially|biennial report|biennial reports|on a biennial basis|every second year|biennial basis", 2),
        ("every third year|once every three years|a triennial|every three years|triennially|triennial|on a triennial basis", 3),
        ("every fourth year|once every four years|a quadrennial|every four years|quadrennially|quadrennial basis|on a quadrennial basis", 4),
        ("every fifth year|once every five years|at intervals of five years|a quinquennial|every five years|quinquennially|quinquennial|at five year intervals", 5),
    ],
    months: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
    by: "by|before|no later than|not later than|until|at the latest by|by the end of|before the end of|by the middle of|in|on|starting in|during|early in|in early|in late|from|for|by mid|at the end of|in the spring of|in the second half of|in the first half of|after|as from|beginning in|starting from|through|of",
    renews: "pursuant to|as requested in|requested in|in accordance with|called for in|mandated in|as mandated by|mandated by|as called for in|as decided in|as set out in|in line with|established by|request contained in|request made in|in response to",
};
