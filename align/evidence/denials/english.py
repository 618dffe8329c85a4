"""English words that deny."""

from __future__ import annotations

__all__ = ["MAY", "NONE", "SURE"]

_NOT = r"(?:\w+n't|not|cannot)"
_ONLY = "(?:only|just|merely|simply|solely)"
_ANY = "(?:no|none|nothing|never|anything|help|choice|option|alternative)"
_END = "(?= ,| ?$)"

SURE = (r"\w+n't|not|cannot|never|no|none|nobody|nothing|nowhere|neither|nor|without",)
NONE = (
    rf"{_NOT}(?: \w+){{0,2}} {_ONLY}|not (?:least|to mention|un\w+)",
    r"no doubt|without (?:a )?doubt|undoubted\w*|(?:go|goes) without saying",
    rf"\w+n't (?:it|you|they|we|he|she|i){_END}",  # isn't it?
    r"no \d+|n(?:o|ot) later than|whether or not|why not",
    r"yes(?: or| ,)? no|no(?: or| ,)? yes",
    "none ?the ?less|never ?the ?less|regardless|unlike",
    r"un(?:if|ion|ivers|iqu|it|der|til|to\b|anim)\w*|uncles?|unesco",
)
MAY = (
    rf"{_NOT}(?: \w+){{1,8}}? (?:unless|except|other than)",
    rf"(?:no|none|nothing|never)(?: \w+){{1,8}}? (?:unless|except|other than)|{_ANY} but",
    rf"{_NOT} (?:hesitate|forget)|could ?n't be \w+ more|yet to",
    r"not (?:to )?exceed\w*|(?:no|not) (?:less|fewer|more|sooner) than|at least|at most",
    r"un\w{3,}|non(?!e\b)\w{3,}|non \w+|\w{3,}less(?:ly|ness)?",
    "(?:impossib|improbab|impatien|immoral|immatur|immeasurab|imprecis|impractical|impoten)\\w*",
    "in(?:abilit|accessib|accura|activ|adequa|admissib|adverten|appropriat|attenti|capab)\\w*",
    "in(?:capacit|cessant|coheren|compatib|competen|complet|comprehensib|conceivab)\\w*",
    "in(?:conclusi|consisten|convenien|correct|curab|defin|differen|direct|discrimin)\\w*",
    "in(?:dispensab|distinguish|effect|efficien|eligib|equal|evitab|expensiv|experience)\\w*",
    "in(?:explicab|fertil|finit|flexib|formal|frequent|human|just|numerab|operab|secur)\\w*",
    "in(?:sensitiv|separab|significan|solub|stab|sufficien|toleran|tolerab|valid)\\w*",
    "in(?:valuabl|variab|viab|visib|voluntar)\\w*|ill(?:egal|egitima|icit|itera|ogic)\\w*",
    "irr(?:ational|efutab|egular|elevan|eparab|eplaceab|esistib|esponsib|eversib)\\w*",
    "dis(?:agre|allow|appear|approv|belie|continu|honest|lik|obe|prov|qualif|regard)\\w*",
    "dis(?:respect|satisf|trust)\\w*|a(?:symptomat|typic)\\w*|symptomless|substandard",
    "(?:refus|reject|abstain|refrain|avoid|prohibit|preclud|exclud|exempt|ignor|neglect)\\w*",
    "prevent(?!i|a)\\w*|forb[ia]d\\w*|depriv\\w*|reluctan\\w*|omissions?|immunocompromised",
    "den(?:y|ies|ied|ying|ial)|fail(?:s|ed|ing|ures?)?|lack(?:s|ed|ing)?|absen(?:t|ce)",
    "hardly|scarcely|barely|rarely|rare|seldom|bann?(?:ed|ing)?|ceased?s?|stop(?:s|ped|ping)?",
    "except|excepting|exceptions?|unless|only|solely|miss(?:ed|ing)?|void|null|devoid|withheld",
    "contrary|unto|lest|far from|free of|free from|other than|apart from|short of|keep from",
    "in vain|no matter|over the counter|rather than|instead of|otherwise|if at all",
)
