//! The field's words, each explained twice: for a councillor, and for a ten-year-old. The explanations are ours; the
//! terms come from the Children Act 1989, the Children and Social Work Act 2017 and their statutory guidance.

use serde::Serialize;

/// A word and its two explanations, each one or two whole sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Explained {
    pub word: &'static str,
    pub for_councillors: &'static str,
    pub for_children: &'static str,
}

const fn e(word: &'static str, for_councillors: &'static str, for_children: &'static str) -> Explained {
    Explained { word, for_councillors, for_children }
}

/// In alphabetical order.
pub const GLOSSARY: [Explained; 40] = [
    e(
        "advocate",
        "Somebody independent of the council who helps a child to say what they want and to be heard (Children Act 1989, section 26A).",
        "A person who helps you to say what you want. They are on your side.",
    ),
    e(
        "CAMHS",
        "Child and adolescent mental health services: the NHS services that assess and treat children's mental health.",
        "Doctors and helpers you can talk to when your feelings are too big.",
    ),
    e(
        "care leaver",
        "A young person up to 25 who was in care long enough around the age of 16 for the council to owe them support (Children Act 1989, sections 23A to 24).",
        "A young person who has grown up in care. We still help them.",
    ),
    e(
        "care order",
        "A court order that places a child in the council's care and gives it parental responsibility, shared with the parents (Children Act 1989, section 31).",
        "A judge says that the council must look after you.",
    ),
    e(
        "care plan",
        "The plan for how a child's needs will be met while in care: home, health, education, family and identity.",
        "A plan that says how we will look after you. You help to make it.",
    ),
    e(
        "Children in Care Council",
        "A group of children in care who speak for others in care and meet those who decide.",
        "A group of children in care. They tell the grown-ups what should change.",
    ),
    e(
        "commissioning",
        "Working out what children need, buying or arranging it, and checking that it is good.",
        "Choosing and paying for the people and places that look after you.",
    ),
    e(
        "contact",
        "Time that a child in care spends with parents, brothers, sisters and others who matter to them. Many prefer \"family time\".",
        "The time when you see or talk to your family.",
    ),
    e(
        "corporate parent",
        "The council as a whole, with its partners, in the duty to care for children in care and care leavers as a good parent would (Children and Social Work Act 2017, section 1).",
        "All the people who work together to be like a good parent to you.",
    ),
    e(
        "EHCP",
        "An education, health and care plan: the legal plan for a child who needs more help than a school usually gives (Children and Families Act 2014, section 37).",
        "A plan for children who need more help to learn.",
    ),
    e(
        "foster carer",
        "A person approved to look after a child in care in their own home.",
        "A grown-up who looks after you in their own home.",
    ),
    e(
        "ICB",
        "Integrated care board: the NHS body that plans and pays for health services in an area.",
        "The people who plan doctors and hospitals near you.",
    ),
    e(
        "independent visitor",
        "A volunteer who befriends and visits a child in care who has little contact with family (Children Act 1989, section 23ZB).",
        "A grown-up friend who comes to see you and does fun things with you.",
    ),
    e(
        "IRO",
        "Independent reviewing officer: chairs a child's reviews, checks the care plan and speaks up when it is not followed (Children Act 1989, section 25A).",
        "A person who checks that we do what your plan says.",
    ),
    e(
        "JSNA",
        "Joint strategic needs assessment: the picture of local health and care needs that the council and the NHS draw up together.",
        "A big list of what people near you need to be well.",
    ),
    e(
        "kinship care",
        "A child living with relatives or family friends who are not the parents, in care or under another arrangement.",
        "You live with someone in your family, like your gran or your uncle.",
    ),
    e(
        "lead member",
        "The councillor in the cabinet who answers for children's services (Children Act 2004, section 19).",
        "The councillor who is in charge of helping children.",
    ),
    e(
        "life story work",
        "Helping a child to understand where they come from and why they are in care, often with a book of words and pictures.",
        "Making a book about you and your family, so you know your own story.",
    ),
    e(
        "local offer",
        "The published list of what the council and its partners offer to care leavers (Children and Social Work Act 2017, section 2).",
        "A list of all the help you can ask for when you leave care.",
    ),
    e(
        "looked after child",
        "The law's words for a child under a care order, or given a home by the council for more than 24 hours (Children Act 1989, section 22). Many prefer \"child in care\".",
        "A child who is in care. The council looks after them.",
    ),
    e(
        "missing episode",
        "A time when a child in care was not where they should have been and nobody knew where they were.",
        "A time when no one knew where a child was.",
    ),
    e(
        "out of area",
        "Living outside the council's own area: next door, or at a distance.",
        "You live in a place that is not part of our council.",
    ),
    e(
        "participation worker",
        "A member of staff who helps children to have their say and sees that they hear what came of it.",
        "A person who asks what you think, and has fun with you too.",
    ),
    e(
        "pathway plan",
        "The plan for a young person's move into adult life, made at about 16 and reviewed until they need it no more (Children Act 1989, section 23E).",
        "A plan for when you are nearly grown up. It says how we will help you.",
    ),
    e(
        "PEP",
        "Personal Education Plan: part of the care plan; says what a child needs to do well at school, and is reviewed each term.",
        "A plan that helps you to do well at school.",
    ),
    e(
        "permanence",
        "A settled home and lasting family relationships, whether by returning home, kinship, long-term fostering, guardianship or adoption.",
        "A home where you can stay and feel that you belong.",
    ),
    e(
        "personal adviser",
        "The worker who supports a care leaver up to the age of 25 (Children Act 1989, sections 23CZB and 23D).",
        "A person who helps you when you leave care.",
    ),
    e(
        "placement",
        "The council's word for where a child in care lives. Many prefer \"home\".",
        "The home where you live now.",
    ),
    e(
        "relevant child",
        "A young person of 16 or 17 who has left care after at least 13 weeks in it from the age of 14, some of them after turning 16 (Children Act 1989, section 23A).",
        "A young person of 16 or 17 who has left care. We still help them.",
    ),
    e(
        "review",
        "The regular meeting that checks a child's care plan, with the child's wishes at its centre.",
        "A meeting about you. You can say who comes and what you want.",
    ),
    e(
        "SDQ",
        "Strengths and difficulties questionnaire: the carer's yearly answers on a child's feelings and behaviour; a high score means that help may be needed.",
        "Questions that your carer answers about how you feel.",
    ),
    e(
        "section 20",
        "Care by agreement: the council gives a child a home with the parents' consent and without a court order (Children Act 1989, section 20).",
        "Your family said yes to us looking after you.",
    ),
    e(
        "social worker",
        "The registered professional who is responsible for a child's plan and visits.",
        "The person who visits you and makes plans with you.",
    ),
    e(
        "staying close",
        "Support for young people who leave a children's home: a place to live nearby, and staff whom they know.",
        "You leave your children's home, and live near it. The people you know still help.",
    ),
    e(
        "staying put",
        "A young person's right, where the carer agrees, to go on living with their foster carer from 18 to 21 (Children Act 1989, section 23CZA).",
        "You can stay with your foster family after you turn 18.",
    ),
    e(
        "sufficiency",
        "The duty to have enough of the right homes near by for children in care (Children Act 1989, section 22G).",
        "Having enough good homes near here for all the children in care.",
    ),
    e(
        "supported accommodation",
        "A home with some support for people of 16 and 17, registered with Ofsted since 2023.",
        "A home for older teenagers, with grown-ups who help.",
    ),
    e(
        "UASC",
        "Unaccompanied asylum-seeking child: a child who has come to this country without a parent or carer and asks for protection.",
        "A child who came here from far away, without their family, to be safe.",
    ),
    e(
        "Virtual School",
        "The team that watches over the education of all children in care, wherever they go to school.",
        "A team that helps all children in care with school. It is not a building.",
    ),
    e(
        "Virtual School Head",
        "The officer every council must have to promote the education of children in its care (Children Act 1989, section 22(3B)).",
        "The head teacher for all the children in our care.",
    ),
];

/// The entry for a word, whatever its capitals.
#[must_use]
pub fn explain(word: &str) -> Option<&'static Explained> {
    GLOSSARY.iter().find(|entry| entry.word.eq_ignore_ascii_case(word))
}

/// Words that stand in the glossary and that children know well enough to read.
const KNOWN_TO_CHILDREN: [&str; 6] =
    ["contact", "review", "social worker", "foster carer", "lead member", "Children in Care Council"];

/// The entries that a text for children should not use without explaining them.
pub fn hard_for_children() -> impl Iterator<Item = &'static Explained> {
    GLOSSARY.iter().filter(|entry| !KNOWN_TO_CHILDREN.contains(&entry.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_explained_in_whole_sentences() {
        let lower = GLOSSARY.map(|entry| entry.word.to_lowercase());
        assert!(lower.windows(2).all(|pair| pair[0] < pair[1]), "{lower:?}");
        for entry in GLOSSARY {
            assert!(entry.for_councillors.ends_with('.'), "{}", entry.word);
            assert!(entry.for_children.ends_with('.'), "{}", entry.word);
        }
        assert_eq!(explain("pep").map(|entry| entry.word), Some("PEP"));
        assert_eq!(explain("nonsense"), None);
        assert_eq!(hard_for_children().count(), GLOSSARY.len() - KNOWN_TO_CHILDREN.len());
    }
}
