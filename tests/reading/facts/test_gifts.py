"""What a sentence gives its reader."""

import pytest

from tests.reading.sayings import saying, sayings


def test_what_many_of_their_like_tell_is_of_the_matter() -> None:
    told = "I speak to many bakers, and most of them tell me that the first rye loaf burns."
    assert saying(told).gift == "insight"


@pytest.mark.parametrize(
    ("value", "gift"),
    [
        ("Your gate opens at six, and eleven lorries stood there on Monday.", "observes-theirs"),
        ("I saw that you moved from radiology to forecasting.", "observes-theirs"),
        ("{{company}} is taking on 40 people in Utrecht.", "observes-theirs"),
        ("We both sat on the Graz panel about deposits.", "observes-theirs"),
        (
            "Following our meeting about your second kiln, I put the plan on a page.",
            "observes-theirs",
        ),
        (
            "I spent an hour in your loan form, and you're asking for the postcode twice.",
            "observes-theirs",
        ),
        ("From our chat, your drivers lose an hour at gate 2.", "observes-theirs"),
        ("Congrats on opening {{new_property}}.", "observes-theirs"),
        ("Love what you did with the moss, the lead valleys and the gate.", "observes-theirs"),
        ("Who signs off night audits at {{company}}?", "asks-about-their-work"),
        ("Is it hurting already, or quiet so far?", "asks-about-their-work"),
        (
            "When a site adds a second bay, recounts usually double for about two months.",
            "insight",
        ),
        ("The yard at Orrin & Sons gave three hauliers a fixed slot in the morning.", "example"),
        ("With a label in the box it costs about 40 cents for every order.", "example"),
        ("We cut recounts at Brandt Foods from 900 a month to 240.", "proof"),
        ("We helped [Similar Company] cut ramp time from 5 months to 3.", "proof"),
        ("Five of them asked us why Orrin rounds the ration up to the kilo.", "example"),
        ("The roof I meant is the one in Bergen: 400 slates, eleven days.", "example"),
        ("I put up the readings of the stations each morning.", "useful-offer"),
        ("We cover the train and a night in Ulm.", "useful-offer"),
        ("The second mixer in Hull runs dry at noon on Mondays, I think.", "example"),
        ("I learned surveying in the camps that you organised at Finse.", "observes-theirs"),
        (
            "First drain the boiler, then open the valve on the roof, or it freezes again.",
            "example",
        ),
        ("The mill on the moor was sold at noon, so I thought you'd want to know.", "insight"),
        ("Happy to send the four pages.", "useful-offer"),
        ("We'd repaint one of your vans at no cost, so you can judge the finish.", "useful-offer"),
        ("I'd like to offer one portrait retouched free of charge.", "useful-offer"),
        ("The offer of a free tuned piano before the recital still stands.", "useful-offer"),
        ("Want me to run a free week of night patrols for {{company}}?", "useful-offer"),
        ("Here is the table that the trade office accepts.", "useful-resource"),
        ("The filter samples are in the post.", "useful-resource"),
        ("I can redraw yours if you send the old plan.", "useful-offer"),
        ("If the damp comes back under the stairs, I'm easy to find.", "useful-offer"),
        ("We're looking for a baker in Hull: £15.10 an hour, four nights a week.", "example"),
        ("Pastry chef, 42 hours, no split shifts, 2,400 net, room paid.", "example"),
        ("Who is responsible for the night audits at {{company}}?", "asks-about-their-work"),
        ("The table has all nine kilns in it. Shall I send it?", "useful-offer"),
        ("Please don't pay invoice 2204 when it comes through.", "example"),
        ("Two bakeries we work with (Orrin and Bell) handled the flour by the sack.", "example"),
        ("Call or text me if you'd like their bakers for the night.", "useful-offer"),
        ("Your ovens trip at six. Shall I send a quick video?", "useful-offer"),
        ("I recruit for a ward in Bern, 30 beds, CHF 6,400 a month.", "example"),
        ("I have a contract in Bern that needs a baker, CHF 40-45 an hour.", "example"),
        ("We're after a baker for the Hull ovens: four on, four off, £36,500.", "example"),
    ],
)
def test_what_a_sentence_gives(value: str, gift: str) -> None:
    assert saying(value).gift == gift


@pytest.mark.parametrize(
    "value",
    [
        "We are the leading provider of kiln software.",
        "Our team has grown to forty people this year.",
        "Your background is impressive!",
        "I was really impressed by your amazing growth!",
        "Are you open to new opportunities?",
        "Do you have 15 minutes this week for a quick call?",
        "Please send your updated resume, your location and your rate.",
        "Imagine doubling your sales in thirty days.",
        "If you name a date and a time, I will try and make it happen.",
        "Happy to send our brochure.",
        "I'd love to offer you a free consultation about the roof.",
        "We offer one month of our platform at no cost.",
        "We offer a risk free way to change banks.",
        "We would like to send you a free gift with your first order.",
        "Here is our price list with all products.",
        "Attached is my portfolio.",
        "We'd like to place a link to our client on your page about stone walls in Whitby.",
        "I could write a guest post of 900 words on moss for your blog.",
        "I have a simple proposition for you that will benefit our site in Hull and yours.",
        "With your outstanding expertise you would be an asset to the committee.",
        "While surfing the internet I ran into your website about slate and moss.",
        "Competitive salary, great benefits, amazing culture.",
        "500 users, 20% conversion, no-code builder, Canadian integrations.",
        "We have grown 300% since the spring.",
        "I was hoping you could recommend some folks for us.",
        "Which as you know is one of the best stocks of the decade.",
        "We sell {{icebreaker}} to bakeries.",
        "If you have any questions, I'm easy to find.",
        "Are you happy with your current waste contractor?",
        "Do you wash in-house or do you use an external laundry?",
        "Who is responsible for purchasing at {{company}}?",
        "Are you tied into a long contract for the lifts at the moment?",
        "If we could promise you half the scrap, would you look at it?",
        "Just checking whether the catalogue we shipped reached your desk.",
        "Could you tell me who buys that for you?",
        "Have you got a recent bill to hand?",
        "In June three of us ran the marathon for 41 km.",
        "Our policy covers floods, and you get a quote. Shall I send it?",
        "Enclosed you find our reference list.",
        "I would love to stop by and learn about what you do.",
        "Hope we can build a lasting trade relation with your bakery and mill.",
        "I'll send you a better deal.",
        "We are looking for a partner to sell our sensors, from €400 each.",
        "Your invoice is in the post.",
        "Congratulations to Priti on her chartership and to Dan on his wedding in Wick.",
        "You could be facing a fine, or worse, without a plan.",
        "Register today and we'll send you the recording.",
        "If you answer these four I can send you the list.",
        "Our bake-off raised an amazing 412 pounds in one afternoon.",
        "In June three of us ran the half marathon in 1:41 and got soaked.",
        "From our purpose-built hall in Leeds we wash 900,000 pieces a month in the healthcare sector.",
        "Finally, don't forget to follow us, where you can see the crew in action at the 5K.",
        "We closed our series A with Orrin and doubled the team to 60.",
        "If everybody gave just 10 pounds, we would reach the roof fund for a new tower.",
        "We book 20 appointments a month for bakeries just like yours in Hull.",
        "We could bring a kiln for a trial. There's no charge for that. Would you like one?",
        "We fill ovens for bakers like yours. Shall I send a quick video?",
        "Call me if you'd like a quote.",
        "We work with two bakeries in Hull that handle flour by the sack.",
        "Registration forms are enclosed.",
        "Shall I send you the agreement?",
        "Her bio is below and a headshot is attached.",
        "Happy to work around your deadlines.",
        "Here are some of our recent ones: kiln.example/work",
        "Some of our latest fascias are here: kiln.example/fascias",
        "The questionnaire has 38 items and takes about 20 minutes.",
        "The link is valid until 30 June for quality managers.",
        "The survey takes 12 minutes for most bakers and closes in May.",
        "Your bakery was on the list that my predecessor at Orrin left me.",
        "I had to find three bakeries for my apprentice, and a friend suggested yours.",
        "I'm ringing through all the kilns on Harbour Street and you're the ninth of them.",
        "Harvest is getting closer and I'd hate for your bakers to miss the oven.",
        "Your bakers are wasting their mornings on the ovens and the ledgers.",
        "I would like to bake one high quality loaf of 1,000 grams for [Bakery].",
        "I am requesting that you set a link from [Bakery] to my client's ovens.",
        "You have been selected for the first firing of the Orrin kiln.",
        "We are honoured to invite you to submit your unpublished glazes to the kiln yearbook.",
        "While looking for ovens and flour, I've run into your site, a fine one.",
        "I found your website using a search engine for ovens and flour.",
        "Not sure if you're the right person for ovens at [Bakery].",
        "After a long look at your ovens, I feel that I have something to offer to bakers.",
        "Do you accept links about ovens?",
        "Are you responsible for buying the ovens at [Bakery]?",
        "Are you the person who buys the flour?",
        "What do you charge for a line about ovens?",
        "You now need to move the ovens forward with the bakers.",
        "Connect your oven to claim the flour.",
        "Your bakers are slower at the ovens than they should be in the morning.",
        "Once more, my number is [phone number].",
        "I noticed that you're listed as a contact on the Orrin bakers' site.",
    ],
)
def test_a_sentence_that_gives_nothing(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "The claim form for the flooded ovens is enclosed.",
        "Does one person do the buying for all nine kitchens at yours?",
        "Who handles the late orders for the ovens?",
        "Happy to work through the oven figures with your bakers.",
        "Here is our count of the 41 kilns on the coast.",
        "The survey of the kilns found 41 cracked doors in Hull.",
        "Your bakery is on the county's list of 14 exempt kilns.",
        "I found your oven in Hull cold on three mornings.",
        "After reading your note on clay, I went to the Hexham kiln and counted 41 cracks.",
        "I saw your post about dropping the annual firing.",
        "I kept the oven figures month by month if you'd like to set them beside yours.",
        "Your oven in Hull made me think of the Hexham one.",
        "Ines Halm suggested you, since you wrote the kiln rules for Hull.",
        "Your oven in Hull is booked twice on 3 May, and I'd hate for you to find out there.",
        "You are paying too much for two meters that nobody reads: 41 pounds a month.",
    ],
)
def test_what_is_near_to_nothing_and_gives_something(value: str) -> None:
    assert saying(value).gift is not None


def test_a_link_to_what_is_theirs_is_no_gift() -> None:
    theirs = saying("I read an article of yours here: https://kiln.example/glaze-in-frost")
    assert theirs.gift != "useful-resource"
    assert saying("Your bakers may like this: https://kiln.example/f").gift == "useful-resource"


def test_praise_counts_where_it_names_what_it_saw() -> None:
    assert saying("I love what you wrote about clay and frost.").gift is None
    named = saying("I love what you wrote about the Hexham kiln, all 40 pages of it.")
    assert named.gift == "observes-theirs"


def test_thanks_for_a_figure_show_what_they_gave() -> None:
    assert saying("Thank you for the £100 for the bells.").gift == "observes-theirs"
    assert saying("Thank you for your time.").gift is None


def test_thanks_for_coming_show_that_they_came() -> None:
    assert saying("Thank you for coming to the spring fair at the mill.").gift == "observes-theirs"
    assert saying("Thank you for taking the time.").gift is None


@pytest.mark.parametrize(
    "value",
    [
        "A huge thank you for sponsoring our regatta last year.",
        "First off, thanks so much for lending us the barn last spring.",
        "Thanks again for judging the pie contest in 2023.",
        "Because of your gift, 14 children learned to sail on the lake.",
        "Thanks to sponsors like Orrin, we rowed at 3 regattas and came fifth.",
    ],
)
def test_thanks_for_what_they_gave_and_what_came_of_it_are_known_of_few(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "Thank you for supporting local bakers.",
        "Thanks for helping us get back in touch last week, we build the best kilns.",
        "Thanks to our partners, we are the leading kiln maker in Hull.",
    ],
)
def test_thanks_that_anybody_gets_show_nothing(value: str) -> None:
    assert saying(value).gift is None


def test_to_offer_what_is_said_about_a_matter_is_no_offer_of_a_brochure() -> None:
    assert saying("Shall I send you what it says about the drains?").gift == "useful-offer"
    assert saying("Shall I send you a page about our drains?").gift is None


def test_a_question_asks_on_about_what_was_seen() -> None:
    seen = "In your talk you said that you stopped forecasting below the pallet."
    assert saying(f"{seen} Did anything break?").gift == "asks-about-their-work"
    assert saying("We sell shelves. Did anything break?").gift is None


def test_to_sign_up_first_is_no_advice() -> None:
    assert saying("First sign up for it, then choose a plan and invite us.").gift is None


def test_what_a_leader_is_taken_to_know_was_seen_nowhere() -> None:
    assert saying("As a leader in dairy, you know that cooling is not optional.").gift is None


def test_a_witness_speaks_of_what_was_seen() -> None:
    assert saying("The third plank of the stage is rotten, I put my boot through it.").gift
    assert not saying("The third plank of the stage is rotten, we sell planks.").gift


@pytest.mark.parametrize(
    "value",
    [
        "Shall I send you the order form?",
        "I can tell you whether we'd be a match.",
        "Join 500 leaders at the summit in London on 14 October.",
        "Your StowBack subscription ends.",
        "We have a buyer waiting for a home exactly like yours.",
        "We have a program that eliminates a third of your fees.",
        "I help brokers in {{city}} to protect what matters to them.",
        "So we propose to your company to carry the range of 40 bowls in September.",
        "I wanted to see if you'd be interested in a Head of Kiln post with our pottery.",
        "I'm a freelance potter and a long-time listener of {{podcast}}.",
        "We won the Golden Kiln award in Ghent and stood in 4 competitions.",
        "Marlow is a glazier, speaker and climber who has been seen in the Ghent Gazette.",
        "If you need a quicker lift, better doors and a hall for 40, this is for you.",
        "I'll move your listing up to the first shelf of the page.",
        "The fair invitation will end in 7 days for all guests.",
        "I see that you work in Forestry.",
        "I'm writing since you're exactly the kind of potter we had in mind for Kiln Week 12.",
        "Here is a list of 8 reasons why glaze matters to you.",
        "Are you overpaying for kiln gas?",
    ],
)
def test_what_serves_the_seller_is_no_gift(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    ("value", "gives"),
    [
        ("You can switch it to Dublin under Settings on the Data page.", True),
        ("You can pay by cheque at Leeds or York.", False),
        ("You will not be charged for the bread of Thursday.", True),
        ("You pay for 190 lockers, and 148 of them have been opened since May.", True),
        ("You will receive a quote for the windows in Leeds.", False),
        ("Three dairies in Kent, members of the ring whom you'd know, moved their audits.", True),
    ],
)
def test_advice_is_no_dealing(value: str, gives: bool) -> None:
    assert (saying(value).gift is not None) == gives


@pytest.mark.parametrize(
    "value",
    [
        "Will you be looking for a new role this spring?",
        "Are you on the lookout for a better position on the quay?",
        "I look for a welder in Hull, in case it suits you or if you know anyone there?",
        "Ines would be the perfect guest for your bakers' evening.",
        "I realised this may not be your department and you have other things on.",
    ],
)
def test_an_ask_for_a_job_or_a_name_and_a_guess_give_nothing(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "I'll be there too, on the second day.",
        "Saw you're also a [School] alum.",
        "We're both speaking in Ghent on the 4th.",
        "I noticed that you're hiring a welder for the dry dock.",
        "I was walking past and noticed [Business Name]'s sign hangs loose at the corner.",
        "I see we're both connected with [mutual contact].",
        "It looks like we're both from Leeds.",
        "I'm a fellow University of Kiel graduate, class of 2011.",
    ],
)
def test_where_the_two_have_been_is_something_seen(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value", ["I'm a fellow dog lover.", "I am a fellow of the Kiel Institute for Tides."]
)
def test_what_many_are_is_no_common_ground(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "I'm calling because I saw Norlake had a record year.",
        "I'm writing since your yard in Hull closes at four.",
    ],
)
def test_what_was_seen_counts_as_the_reason_to_write(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "How have you been, Ada?",
        "How are things at your end?",
        "Background in either COBOL, Fortran or Ada.",
        "Knowledge of tide tables and of lock gates.",
    ],
)
def test_manners_and_what_a_post_asks_for_give_nothing(value: str) -> None:
    assert saying(value).gift is None


def test_to_ask_how_they_get_on_with_a_thing_of_theirs_is_no_manners() -> None:
    asked = "How are you getting on with the new depot in Hull?"
    assert saying(asked).gift == "asks-about-their-work"


def test_what_struck_somebody_was_seen() -> None:
    moved = "I was struck by your move from consulting into cold stores at Norlake."
    assert saying(moved).gift == "observes-theirs"
    assert saying("I was taken by your website.").gift is None


def test_an_earlier_email_is_no_gift_when_it_is_sent_again() -> None:
    _, again = sayings("Did you receive my last email? In case not, I've included it below.")
    assert again.gift is None


def test_what_went_round_is_no_round_of_calls() -> None:
    assert saying("Your talk on {{talk_title}} went round our pharmacy.").gift == "observes-theirs"


def test_a_question_that_leads_to_a_product_asks_nothing() -> None:
    question = "How do you keep the hall dry when the doors stand open?"
    launch = "Introducing a brand new fan that is easy to clean."
    assert sayings(f"{question} Two bakeries put in a second fan.")[0].asks_about_work
    assert not sayings(f"{question} {launch}")[0].asks_about_work


@pytest.mark.parametrize(
    "value",
    [
        "Best of all, you never owe a cent for the fitting.",
        "You don't pay a penny until the second month.",
        "No cards to print, it runs on your existing terminals.",
        "Nothing to install, it works with your current till.",
        "Brackenridge can take over your missing night desk and close the gap.",
        "I believe Brackenridge can handle your kiln repairs in 2027.",
        "Brackenridge helps your planners see the whole week.",
        "Oventide is a rota tool that plans all your shifts, so your bakers can sleep.",
        "It's a ward planning platform called Oventide, with rotas and leave.",
        "We set up and run your ovens, your till and your oven doors.",
    ],
)
def test_terms_and_what_a_product_does_are_no_gift(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "If you decide to sell the kiln, name me a price.",
        "After agreeing on the rent, we can meet at the notary in Hull.",
        "You could earn $900 a month with the hops from two rows.",
        "We are ready to pay you for each of your empty kegs.",
        "After booking the stall you will get your percentage of the tombola.",
    ],
)
def test_what_they_would_get_for_a_trade_was_not_seen(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "My years on trawlers make me a good fit for your crew's winter season.",
        "I love weaving and I believe I could contribute to your heritage loom project.",
        "I noticed you're the head of purchasing at Orrin and wanted to introduce our twine.",
        "I saw that you are responsible for kiln maintenance, so I thought of writing.",
        "I saw that you work in Bakery Operations and thought our whisks might suit you.",
        "But if {{topic}} comes back to the table, I'm around the corner.",
        "No more cold ovens at {{company}} on a Monday.",
    ],
)
def test_the_sender_s_fit_and_a_title_were_not_seen(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "Your dedication to honest clay and the joy in every jug truly inspire me.",
        "Your gallery is full of the charm of ceramics, and I adore how you light it.",
        "From your page, you have accomplished so much in hospital logistics.",
        "You seem like exactly the sort of patient glazier we're looking for.",
        "Simply add our code to your checkout page and wait for the orders.",
        "Go ahead and put your cursor over the green button.",
    ],
)
def test_heaps_of_praise_and_what_is_to_be_clicked_were_not_seen(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "Here is a sheet of two shops that I designed in Leith.",
        "Here are the things we look for in a bell founder.",
        "Here is an update on what happened in my life since the fair.",
        "Here is the page with a link to your shop.",
    ],
)
def test_what_somebody_made_or_needs_is_no_resource(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "I noticed that you pay per pallet at the Hull depot.",
        "Your commission on the Leith sale never arrived.",
        "Thank you for the two apprentices you sent to Bergen in May.",
        "I noticed you're hiring a head of glazing in Bergen.",
        "I noticed you recently joined Orrin as head of glazing.",
    ],
)
def test_what_is_near_to_a_trade_manners_or_a_title_was_seen(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "Your feedback on the tender changed clause nine for all of us in Leith.",
        "Your advice on liming the north wall saved us a whole summer.",
        "You will not be charged for Thursday, the lift was ours to mend.",
        "You won't find the spare key at the gate, we moved it to the lodge.",
        "Anyone can open your north gate with a magnet.",
        "The belt runs through your existing gate and rubs the slate.",
        "Dana Pruitt is a welder who taught two of your apprentices in Hull.",
        "Love how you split the payroll by site in the March rota.",
        "Three clinics in your street moved to online check-in since May.",
        "Read your review about deliveries slipping whenever it rains.",
        "Hear you're opening a second surgery in Leith.",
        "Your yard shipped $12M of slate last year.",
        "Your shop sold £40k of seeds last spring.",
        "I came across your profile and I saw that you rebuilt the organ at St Bride's.",
    ],
)
def test_what_is_near_to_them_was_seen(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "I stumbled on your profile via the guild and felt I should ring.",
        "While counting mills, we came across your weaving shed.",
        "I came across {{company}} website, I think your loaves would sell well abroad.",
        "I found your name on a list of surveyors in Kent.",
        "Read more about our kilns on our site.",
        "You would be right to hang up on a stranger with an oven.",
        "If you give me 20 seconds I'll tell you about the oven.",
        "Love how thoughtful you are about the light in every kitchen you build.",
    ],
)
def test_how_they_were_found_how_a_call_goes_on_and_a_plea_are_no_gift(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "We've built the best tool: here is a glazing tool that does it all, our tool for you.",
        "Here is our library of kilns with forty photos.",
        "Attached is a sheet of samples that show my style as a thatcher.",
        "Attached is a sheet of walls that prove my skills in lime.",
        "If I can show you a way to halve it, I'll send the plan over.",
        "You may have seen our vans on the bridge in Hull.",
        "You can have a look at the glaze on Friday.",
        "Happy to send something over.",
        "Be assured, Crumb & Sons is not a temp agency in the old sense.",
        "Fill out the seed form below, post it, and receive the April list by return.",
        "Comments, edits and brutal remarks on the glaze are all welcome.",
        "We can partner you with 40 growers in Kent for a month.",
    ],
)
def test_what_tells_of_the_sender_or_names_nothing_is_no_offer(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    ("value", "gift"),
    [
        ("You can have my notes on the flue.", "useful-offer"),
        ("You can have the spare jig until Friday.", "useful-offer"),
        ("Happy to send the wiring sketch over.", "useful-offer"),
        ("Here is the checklist that fitters use before they light a boiler.", "useful-resource"),
        ("Here is a list of the sites where pallets go missing.", "useful-resource"),
        ("Your March rota splits the kiln by ward, and I love that.", "observes-theirs"),
        ("We helped two clinics in Leith fill 40 slots a week.", "proof"),
        ("I'd bring what Orrin's measured: picks went from 71 to 96 an hour.", "proof"),
    ],
)
def test_what_is_near_to_that_is_given(value: str, gift: str) -> None:
    assert saying(value).gift == gift


def test_what_went_from_one_figure_to_another_is_an_example() -> None:
    assert saying("Counting the stock went from 3 weekends to 2 hours.").gift == "example"


def test_what_was_sent_before_gives_nothing() -> None:
    assert saying("I sent you [an email] about [topic] last [day].").gift is None


def test_a_blank_for_what_is_sold_is_the_sender_s_where_a_sentence_starts_with_it() -> None:
    assert saying("[Product] fixes that.").about == "sender"
    assert saying("Your [product] line in Hull is out.").about == "reader"


@pytest.mark.parametrize(
    "value",
    [
        "You log into it once from your phone, after that it messages the crew and bills hours.",
        "With your phone you are able to scan the shelf and even order the missing jars.",
        "Tallyvo summarises your tender replies and sends them to the team.",
        "Hoverel detects your late pallets and flags them.",
    ],
)
def test_what_a_product_does_told_with_their_words_was_not_seen(value: str) -> None:
    assert saying(value).gift is None


def test_what_the_sender_built_does_was_not_seen_at_theirs() -> None:
    built = "I've built a tool called Rinsely. It writes your weekly roster and texts the crew."
    assert sayings(built)[-1].gift is None
    seen = "Your rota hangs by the lift. It lists your two weekly leads, and texts nobody."
    assert sayings(seen)[-1].gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "The early-bird ticket is 240 euro and includes lunch on both days in the old mill.",
        "The summit has a board of nine potters who look at each glaze by hand.",
        "Over 60 delegates from nine countries will attend the glaze congress in Leeds.",
        "Only 14 seats are left for the kiln evening in Stoke.",
        "Our surveyor Una has brought out a handbook on slate roofs.",
        "Whether it's sweeping your flue or checking the seals, regular care saves money and stress.",
    ],
)
def test_what_is_for_sale_or_for_every_owner_is_no_gift(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    ("value", "gift"),
    [
        ("The price of oak went up by 12% after the storm closed the sawmills.", "example"),
        ("Twelve guests asked us in May why the lift stops at the third floor.", "insight"),
        ("My colleague Una taught with you at Bryn and knows the two kilns.", "observes-theirs"),
        (
            "Whether you keep your 14 vans in Hull or in Goole, the toll goes up in May.",
            "observes-theirs",
        ),
    ],
)
def test_what_is_near_to_what_is_for_sale_gives_something(value: str, gift: str) -> None:
    assert saying(value).gift == gift


def test_a_list_of_what_the_sender_builds_is_theirs_and_one_of_what_they_saw_is_not() -> None:
    built = sayings("What I build:\n\n- Rota sheets wired into your calendar, phones and the till")
    assert [each.about for each in built] == ["sender", "sender"]
    seen = sayings("What I noticed:\n\n- The till in your annex prints the old tax code")
    assert seen[-1].gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "Your new page says you are able to deliver to Skye within 24 hours of the ferry.",
        "Ben pulls your pints on Fridays and told me the cellar floods.",
        "Ada flags your late lorries at the Corby gate by hand.",
        "I noticed you're the head of sales at Orrin and moved the quote form behind a login.",
        "If you decide to keep both ovens, the gas contract of 2019 ends in May.",
        "You earn your commission on 40 berths in July and pay per berth in winter.",
    ],
)
def test_what_they_do_and_decide_themselves_was_seen_at_theirs(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


def test_a_role_with_a_wish_after_it_was_seen_on_a_list() -> None:
    value = "I noticed you're the head of sales at Orrin and wanted to show you a faster till."
    assert saying(value).gift is None


def test_what_a_career_holds_is_no_proof() -> None:
    career = "With 12 years of experience building teams, I've closed 40 contracts for Larkfield."
    assert saying(career).gift is None
    case = "In two years we cut recounts at Brandt Foods from 900 a month to 240."
    assert saying(case).gift == "proof"


@pytest.mark.parametrize(
    ("value", "gift"),
    [
        ("Three dairies cracked a lid with it.", "example"),
        ("2 mills burned a belt that way, both on nights.", "example"),
        ("Three dairies love our lids.", None),
        ("Three of us cracked a lid with it.", None),
    ],
)
def test_what_went_wrong_for_some_is_told_as_a_warning(value: str, gift: str | None) -> None:
    assert saying(value).gift == gift
