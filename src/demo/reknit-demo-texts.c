#include "reknit-config.h"

#include "reknit-demo-texts.h"

#include <glib/gi18n-lib.h>

const ReknitDemoIssue reknit_demo_issues[] = {
  { N_("Sundays with your parents"),
    N_("On three of the last four Sundays we drove to your parents. Each time we agreed on it on Saturday night."),
    "left-out:3 tired:2",
    N_("To know before Thursday how we spend the Sunday, and to have two of them a month for us."),
    N_("I said yes each time and sulked in the car instead of saying what I wanted."),
    N_("I heard ‘yes’ and took it for one. My mother asks me, and I find it hard to say no to her."),
    N_("Two Sundays a month are ours. Ben tells his parents on Wednesday."), FALSE },
  { N_("Phones in bed"),
    N_("Most evenings this week both of us read on our phones until the light went out."),
    "lonely:3",
    N_("The last quarter of an hour of the day without a screen."),
    N_("I often take mine out first."),
    N_("It is how I come down after the day. I would still rather come down beside you."),
    N_("Phones charge in the hall from ten on."), FALSE },
  { N_("Who gets up at night"),
    N_("From Monday to Friday I got up for Mia eleven times, and you got up twice."),
    "worn-out:4 resentful:2",
    N_("Nights that are mine and nights that are yours, and a whole night’s sleep twice a week."),
    N_("I am up before you can be, and then I am cross that you are not."),
    N_("I do not hear her. I would rather be woken than find you angry in the morning."),
    N_("Even dates Ana, odd dates Ben. Whoever has the night wakes the other only when it is bad."), FALSE },
  { N_("Spending and saving"),
    N_("The bicycle and the trip were both paid in March. I learned of the bicycle from the bank’s letter."),
    "worried:4",
    N_("To talk about anything over two hundred before it is bought."),
    N_("I make such a face about money that it is easier not to ask me."),
    N_("I thought it was my own money, from the bonus. I see that it did not feel so."),
    N_("Above 200 we ask first. Each has 80 a month that nobody asks about."), TRUE },
  { N_("Coming home late"),
    N_("On Tuesday and Thursday you came home after nine. I had cooked for seven."),
    "disappointed:3 worried:2",
    N_("A word by five when it gets late."),
    N_("I kept dinner warm and said nothing until ten."),
    N_("I always think that it will only be ten more minutes. Then it is nine."),
    NULL, FALSE },
  { N_("How we talk when we are tired"),
    N_("On Friday night we spoke about the holiday at half past eleven and both of us shouted."),
    "hurt:3 ashamed:2",
    N_("To keep hard things for daylight."),
    N_("It was I who began at that hour."),
    N_("I could have said that I was done for the day."),
    N_("Nothing hard after nine. Either of us may say ‘tomorrow’."), FALSE },
  { N_("Time for friends"),
    N_("I have not been out with Lena and the others since August."),
    "restless:3",
    N_("One evening a fortnight of my own, without having to ask for it each time."),
    N_("I gave it up without telling you that I missed it."),
    NULL, NULL, TRUE },
  { N_("The kitchen in the morning"),
    N_("This week the dishes of the evening stood in the sink on four mornings."),
    "annoyed:2",
    N_("A clear table to start the day at."),
    NULL, NULL, NULL, FALSE },
  { NULL, NULL, NULL, NULL, NULL, NULL, NULL, FALSE },
};

const ReknitDemoFeeling reknit_demo_feelings[] = {
  { "grateful:4 tender:3", N_("you brought the tea up before I was awake"), N_("you had thought of it the night before"),
    NULL, N_("You liked that I had you in mind before the day began.") },
  { "lonely:3", N_("we ate and both of us looked at a screen"), N_("dinner is the only hour that we have"),
    N_("us to leave the phones in the hall at dinner"), N_("You were beside me and missed me all the same.") },
  { "worried:4", N_("the letter from the bank came"), N_("I did not know what was in it"),
    N_("us to open such letters together"), NULL },
  { "hopeful:3", N_("we walked home from the market the long way"), N_("we laughed as we had not for weeks"), NULL,
    N_("The walk gave you hope. It did that for me too.") },
  { "tired:4 impatient:2", N_("the meeting went on until seven"), N_("I had promised to be home"),
    N_("ten minutes to arrive before we talk"), NULL },
  { "hurt:3", N_("you laughed when I told the story at Jo’s"), N_("I had told it to you in earnest"),
    N_("you to tell me beside the others that you are with me"), N_("It felt as if I had changed sides. I am sorry.") },
  { "peaceful:4", N_("we read on the sofa, feet against feet"), N_("nobody wanted anything"), NULL, NULL },
  { "disappointed:3", N_("the evening out was called off again"), N_("I had looked forward to it since Monday"),
    N_("a new day for it in the same breath"), NULL },
  { "proud:4", N_("you spoke up at the school meeting"), N_("I know what it costs you"), NULL,
    N_("You saw that it was not easy for me. That means a lot.") },
  { "overwhelmed:4", N_("Mia was ill and the car would not start"), N_("it was all on one morning"),
    N_("one of us to say: I take this, you take that"), NULL },
  { NULL, NULL, NULL, NULL, NULL },
};

const ReknitDemoTurn reknit_demo_turns[] = {
  { N_("You were not cross about the dinner. You sat there and wondered whether I still like to come home."),
    N_("It makes sense that you wonder, when I say nothing until nine.") },
  { N_("You would like to be asked, not informed."),
    N_("I can see that. I would want the same about your plans.") },
  { N_("When your mother calls, you feel that whatever you say, you let one of us down."),
    N_("That is a hard place to stand in. No wonder that you put it off.") },
  { N_("You miss the two of us from before the move, and you are afraid to say so."),
    N_("It makes sense. I miss them as well.") },
  { NULL, NULL },
};

const char *const reknit_demo_takeaways[] = {
  N_("I’ll call before five when it gets late."), N_("I’ll ask what you hope for before I say yes."),
  N_("I’ll say ‘tomorrow’ instead of going on when I am tired."), N_("I’ll tell my mother on Wednesday, not on Sunday."),
  N_("I’ll take the next night with Mia."), N_("I’ll say what I wish for while it is still small."), NULL,
};

const char *const reknit_demo_appreciations[] = {
  N_("You got up on Saturday and let me sleep."), N_("You asked how the talk with my boss went, and you wanted to know."),
  N_("You made the soup that my grandmother made."), N_("You took my side when your brother joked about my work."),
  N_("You left the note in my coat."), N_("You came back into the room after our quarrel."),
  N_("You put the phone away when I began to talk."), N_("You fixed the lamp that I had given up on."),
  N_("You held my hand in the waiting room."), N_("You said that you had been wrong about the trip."),
  N_("You danced with Mia in the kitchen."), N_("You drove the whole way and never said a word about it."), NULL,
};

const char *const reknit_demo_went_well[] = {
  N_("The walk on Wednesday, in the rain."), N_("We stopped before it became a quarrel."), N_("Breakfast on the balcony."),
  N_("We found a sitter for the 14th."), N_("You told me about your father."), N_("We cooked together twice."),
  N_("Nobody slept on the sofa."), N_("The evening without phones."), N_("We laughed about the tent."),
  N_("We both said sorry on the same day."), N_("The long bath."), N_("We kept the promise about ten o’clock."), NULL,
};

const char *const reknit_demo_wishes[] = {
  N_("One evening this week only for us."), N_("That you ask me about the course."), N_("To go to bed at the same time twice."),
  N_("A quiet Saturday morning."), N_("To be held without a reason."), N_("To plan the summer before June."),
  N_("Less talk of the flat, more of us."), N_("A hand on my back when your mother asks."),
  N_("To go dancing once more."), N_("Half an hour to arrive after work."), NULL,
};

const char *const reknit_demo_steps[] = {
  N_("Book the table for Friday"), N_("Take Mia out on Saturday from nine to eleven"), N_("Call by five when it gets late"),
  N_("Ask about the course on Tuesday"), N_("Put the phone in the hall at ten"), N_("Write to the sitter"),
  N_("Say one kind thing before breakfast"), N_("Cook on Thursday"), N_("Choose the film"), N_("Bring up the summer at dinner"), NULL,
};

const char *const reknit_demo_agenda[] = {
  N_("Whether we go to Jo’s wedding with Mia"), N_("The holiday in June"), N_("What we tell your parents about Christmas"),
  N_("How the new night plan goes"), N_("A day for the two of us in spring"), NULL,
};

const char *const reknit_demo_rules[] = {
  N_("One speaks, the other listens to the end."), N_("We talk about one thing at a time."), N_("No hard talks after nine."),
  N_("Either may ask for a break, and says when they will be back."), N_("What was settled stays settled."),
  N_("Nothing that was told in trust is used in a quarrel."), NULL,
};

const char *const reknit_demo_phone_rules[] = {
  N_("No phones at the table, ours or anybody’s."), N_("They spend the night in the hall, and we in the bedroom."),
  N_("On Sundays they stay off until after breakfast."), NULL,
};
