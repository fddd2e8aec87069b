//! Forms of English verbs: which words are verbs without *to*, *shall*, which are participles. Knows no clause.

/// Verbs in the form that stands behind *that*, of what bodies ask most; by their letters.
#[rustfmt::skip] // as few lines as it takes
const BASE: &[&str] = &[
    "abide", "abolish", "abstain", "accede", "accelerate", "accept", "accord", "act", "adapt", "address", "adhere", "adopt",
    "advise", "afford", "agree", "align", "allocate", "allow", "amend", "analyse", "analyze", "answer", "appear", "apply",
    "appoint", "apprise", "approve", "arrange", "ascertain", "ask", "assess", "assign", "assist", "assume", "attach",
    "attend", "attract", "authorize", "avoid", "base", "bear", "become", "begin", "boost", "brief", "bring", "build", "buy",
    "calculate", "call", "cancel", "carry", "cease", "celebrate", "change", "charge", "check", "choose", "circulate",
    "clarify", "close", "collaborate", "collect", "commence", "commit", "communicate", "compensate", "compile", "complement",
    "complete", "comply", "comprise", "concentrate", "conclude", "condemn", "conduct", "confirm", "connect", "conserve",
    "consider", "constitute", "consult", "contact", "contain", "continue", "contribute", "control", "convene", "convert",
    "convey", "cooperate", "coordinate", "correct", "count", "cover", "create", "decide", "declare", "decrease", "defend",
    "defer", "define", "delegate", "delete", "deliver", "demand", "demonstrate", "deny", "deploy", "deposit", "describe",
    "design", "designate", "desist", "detain", "determine", "develop", "devote", "direct", "disarm", "disband", "discharge", "disclose",
    "discuss", "dismantle", "dispatch", "disseminate", "distribute", "donate", "double", "draft", "draw", "earmark",
    "educate", "elaborate", "elect", "eliminate", "emphasize", "employ", "enable", "enact", "encourage", "end", "endeavour",
    "enforce", "engage", "enhance", "enlarge", "enrich", "ensure", "enter", "entrust", "envisage", "equip", "eradicate",
    "establish", "estimate", "evaluate", "examine", "exchange", "exclude", "exempt", "exercise", "exert", "expand",
    "expedite", "expel", "explain", "explore", "expose", "express", "extend", "facilitate", "finalize", "finance", "find",
    "fix", "focus", "follow", "formulate", "forward", "foster", "freeze", "fulfil", "fund", "furnish", "gather", "generate",
    "give", "go", "grant", "guarantee", "halt", "harmonize", "have", "hear", "help", "highlight", "hire", "hold", "honour",
    "host", "identify", "illustrate", "implement", "impose", "improve", "include", "incorporate", "increase", "indicate",
    "inform", "initiate", "insert", "install", "institute", "instruct", "integrate", "intensify", "introduce", "invest",
    "investigate", "invite", "invoke", "issue", "join", "keep", "launch", "lay", "lead", "learn", "leave", "lend", "leverage",
    "liaise", "lift", "limit", "link", "list", "look", "maintain", "make", "manage", "measure", "meet", "mention", "merge",
    "minimize", "mitigate", "mobilize", "modernize", "modify", "monitor", "move", "negotiate", "nominate", "normalize",
    "note", "notify", "observe", "obtain", "offer", "open", "operate", "oppose", "order", "organise", "organize", "outline",
    "oversee", "participate", "pay", "perform", "permit", "persuade", "place", "plan", "play", "postpone", "prepare",
    "present", "preserve", "prevent", "prioritize", "proceed", "procure", "produce", "prohibit", "promote", "propose",
    "protect", "provide", "publicize", "publish", "pursue", "put", "quantify", "raise", "ratify", "rationalize", "reach",
    "reactivate", "read", "reaffirm", "recall", "receive", "recognise", "recognize", "recommend", "reconcile", "reconsider",
    "reconstitute", "reconvene", "record", "recruit", "redouble", "reduce", "refer", "refine", "reflect", "reform", "refrain",
    "register", "reinforce", "reject", "release", "relinquish", "rely", "remain", "remove", "render", "renew", "reopen",
    "repatriate", "repeal", "replace", "report", "represent", "request", "require", "rescind", "reserve", "resolve",
    "respect", "respond", "restore", "resume", "retain", "return", "revert", "review", "revise", "revisit", "revitalize",
    "revoke", "scale", "schedule", "secure", "seek", "select", "sell", "send", "separate", "serve", "set", "settle", "share",
    "shift", "show", "sign", "simplify", "solicit", "spare", "speak", "specify", "spend", "sponsor", "stabilize", "start",
    "state", "stay", "step", "stop", "streamline", "strengthen", "study", "submit", "succeed", "suggest", "supply", "support",
    "survey", "suspend", "sustain", "tackle", "take", "target", "teach", "terminate", "test", "trace", "track", "train",
    "transfer", "transform", "transition", "translate", "transmit", "travel", "treat", "turn", "undertake", "unify", "update",
    "upgrade", "uphold", "urge", "use", "utilize", "vacate", "validate", "verify", "view", "visit", "vote", "widen",
    "withdraw", "work", "write",
];

/// Those that are nouns or the like as well; by their letters.
#[rustfmt::skip] // as few lines as it takes
const NOUNS: &[&str] = &[
    "access", "act", "address", "advance", "answer", "appropriate", "base", "boost", "brief", "call", "change", "charge",
    "check", "close", "complement", "complete", "conduct", "contact", "control", "correct", "count", "cover", "decrease",
    "demand", "deposit", "design", "direct", "dispatch", "double", "draft", "elaborate", "end", "estimate", "exchange",
    "exercise", "experience", "express", "finance", "fix", "focus", "forward", "fund", "further", "grant", "halt", "have",
    "help", "hire", "host", "increase", "issue", "lay", "lead", "learn", "leverage", "lift", "limit", "link", "list", "look",
    "measure", "mention", "move", "note", "offer", "open", "order", "place", "plan", "play", "present", "raise", "reach",
    "read", "recall", "record", "recruit", "reform", "register", "release", "repeal", "report", "request", "reserve",
    "respect", "return", "review", "scale", "schedule", "secure", "separate", "set", "share", "show", "sign", "spare",
    "sponsor", "state", "stay", "step", "stop", "study", "supply", "support", "survey", "target", "test", "trace", "track",
    "train", "transfer", "transition", "travel", "turn", "update", "upgrade", "use", "view", "visit", "vote", "work",
];

/// Whether a word is a verb that is asked for.
pub(super) fn is_base(word: &str) -> bool {
    BASE.binary_search(&word).is_ok()
}

/// Whether such a word may be a noun, too.
pub(super) fn is_noun_too(word: &str) -> bool {
    NOUNS.binary_search(&word).is_ok()
}

/// *Ensures*, *identifies*.
pub(super) fn is_third_person(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('s') else { return false };
    let is_verb = |word: &str| is_base(word) && !is_noun_too(word);
    let of_y = || stem.strip_suffix("ie").is_some_and(|stem| is_verb(&format!("{stem}y")));
    is_verb(stem) || stem.strip_suffix('e').is_some_and(is_verb) || of_y()
}

/// *Reviewed*, *held*.
pub(super) fn is_participle(word: &str) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let known = [
        "held", "made", "given", "drawn", "taken", "set", "put", "sent", "brought", "kept", "done", "undertaken", "sought",
        "paid", "known", "met", "found", "chosen", "borne", "led", "built", "written", "begun", "spent", "shown", "seen",
    ];
    known.contains(&word)
        || word.ends_with("ed") && word.len() > 4 && word != "need" && word != "indeed"
}

/// Whether the form or the sense of a word shows that it is no verb behind *to*: *refugees*, *education*, *health*.
pub(super) fn is_no_verb(word: &str) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let nouns = [
        "health", "food", "justice", "peace", "safety", "democracy", "poverty", "youth", "climate", "employment", "environment",
        "development", "government", "healthcare", "civilians", "persons", "humankind", "humanity", "society", "hiv", "gender",
        "equality", "trade", "war", "terrorism", "basic", "public", "economic", "humanitarian", "domestic", "scientific",
        "technical", "decent", "adequate", "affordable", "effective", "sexual", "free", "rural", "urban", "local", "modern",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let verbs = [
        "focus", "bias", "canvas", "refocus", "mention", "function", "position", "reposition", "condition", "petition", "sanction",
        "caution", "question", "station", "auction", "partition", "commission", "decommission", "recondition", "envision",
        "provision", "witness", "harness", "transition", "apportion", "proportion", "section", "air",
    ];
    let is_plural = word.ends_with('s') && !word.ends_with("ss");
    let ends = [
        "tion", "sion", "ness", "ity", "ism", "tional", "tical", "cial", "tural", "mental", "tive",
        "ious", "eous",
    ];
    let is_noun = is_plural || ends.iter().any(|end| word.ends_with(end));
    nouns.contains(&word) || is_noun && word.len() > 3 && !verbs.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_listed_in_their_order() {
        assert!(BASE.is_sorted() && NOUNS.is_sorted());
    }
}
