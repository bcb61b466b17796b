using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Numbers, dates and words that are written in many ways.</summary>
internal static class ValueFiles
{
    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        Csv("spaces around numbers", "a,b\n 1 ,x\n  2.50,y\n",
            """
            2 rows, 2 columns.
            a: number: 1 | 2.5
            b: category: x | y
            """),
        Csv("numbers that no double holds", "a,b\n9007199254740993,1e400\n1,-1e400\n",
            """
            2 rows, 2 columns.
            a: category: 9007199254740993 | 1
            b: number: (missing) | (missing)
            Fault: '1e400' in column 'b', row 1, cannot be held; such cells are missing in the table (here 2). Replace them by finite values, or leave them empty.
            """),
        Csv("words for infinity", "a\n1\ninf\n-Infinity\n",
            """
            3 rows, 1 columns.
            a: number: 1 | (missing) | (missing)
            Fault: 'inf' in column 'a', row 2, cannot be held; such cells are missing in the table (here 2). Replace them by finite values, or leave them empty.
            """),
        Csv("leading zeros", "zip\n01234\n98765\n",
            """
            2 rows, 1 columns.
            zip: category: 01234 | 98765
            """),
        Meaning("thousands in quotes", "a\n\"1,234.5\"\n\"12,000\"\n7\n",
            """
            3 rows, 1 columns.
            a: category: 1,234.5 | 12,000 | 7
            Meaning of a: number (numbers)
            Warning: 'a' holds numbers such as 12,000, and only one value tells whether the comma separates thousands or stands before decimals; it is read as if it separates thousands. Write the numbers as programs do: a point before decimals, nothing between thousands.
            """),
        Meaning("decimal commas", "a;b\n1,5;x\n2,25;y\n3,75;z\n",
            """
            3 rows, 2 columns.
            a: number: 1.5 | 2.25 | 3.75
            b: category: x | y | z
            Note: Numbers have decimal commas, such as '1,5' in column 'a'. If that is wrong, set DecimalMark (--decimal).
            Meaning of a: number (numbers)
            Meaning of b: category (3 levels)
            Note: 'b' has 3 levels, 3 of them in fewer than 5 rows. Steps may put them together; join levels that mean the same.
            """),
        Meaning("money and shares", "price,share\n$3.50,12 %\n$1200,7 %\n$7,0.5 %\n",
            """
            3 rows, 2 columns.
            price: category: $3.50 | $1200 | $7
            share: category: 12 % | 7 % | 0.5 %
            Meaning of price: number (numbers with signs around them)
            Meaning of share: number (numbers in %)
            """),
        Meaning("percents and fractions", "share\n12 %\n0.15\n5%\n0.2\n",
            """
            4 rows, 1 columns.
            share: category: 12 % | 0.15 | 5% | 0.2
            Meaning of share: number (numbers where % multiplies by 0.01)
            Warning: 'share' holds shares in percent and as fractions of 1: none (2), '%' (2). Percents are divided by 100: 12 % is 0.12. If numbers without a sign are percents too, write the sign behind them.
            """),
        Meaning("a town in three spellings", "town\nBerlin\nberlin\nBERLIN\nBonn\nBonn\n",
            """
            5 rows, 1 columns.
            town: category: Berlin | berlin | BERLIN | Bonn | Bonn
            Meaning of town: category (4 levels)
            Warning: 1 of 5 rows (20 %) equal an earlier row in every column but ids. If rows were copied by mistake, remove them; if they belong together, give them a group column.
            Warning: 'town' holds 1 value in several spellings: 'BERLIN' (1), 'Berlin' (1), 'berlin' (1). Write each in one way; until then every spelling is a level of its own.
            Note: 'town' has 4 levels, 4 of them in fewer than 5 rows. Steps may put them together; join levels that mean the same.
            """),
        Meaning("spaces between thousands", "a\n1 234\n12 000\n7\n",
            """
            3 rows, 1 columns.
            a: category: 1 234 | 12 000 | 7
            Meaning of a: number (numbers)
            """),
        Meaning("days and months that cannot be told apart", "day\n01/02/2024\n03/04/2024\n05/06/2024\n",
            """
            3 rows, 1 columns.
            day: category: 01/02/2024 | 03/04/2024 | 05/06/2024
            Meaning of day: time (dates as dd/MM/yyyy, or as MM/dd/yyyy)
            Warning: 'day' holds dates as dd/MM/yyyy, or as MM/dd/yyyy: day and month cannot be told apart. Write the dates as year-month-day.
            """),
        Meaning("a day that tells the order", "day\n01/02/2024\n25/12/2024\n05/06/2024\n",
            """
            3 rows, 1 columns.
            day: category: 01/02/2024 | 25/12/2024 | 05/06/2024
            Meaning of day: time (dates as dd/MM/yyyy: above 12 in 1 value at the first place, in none at the second)
            """),
        Meaning("dates of two orders", "day\n25/12/2024\n12/25/2024\n01/02/2024\n",
            """
            3 rows, 1 columns.
            day: category: 25/12/2024 | 12/25/2024 | 01/02/2024
            Meaning of day: time (dates in 2 formats)
            Warning: 'day' holds times in 2 formats: dd/MM/yyyy (2, such as '01/02/2024'), MM/dd/yyyy (1, such as '12/25/2024'). In some the day stands first, in some the month, so others may be read wrong. They are tried in this order; write all as year-month-day.
            """),
        Csv("times with and without a zone", "t\n2024-01-02T03:04:05Z\n2024-01-02T03:04:05\n",
            """
            2 rows, 1 columns.
            t: category: 2024-01-02T03:04:05Z | 2024-01-02T03:04:05
            """),
        Csv("a date that does not exist", "t\n2024-02-29\n2023-02-29\n",
            """
            2 rows, 1 columns.
            t: category: 2024-02-29 | 2023-02-29
            """),
        Csv("many words for no value", "a,b\nNA,x\n-,?\nNone,NULL\n4,None\n",
            """
            4 rows, 2 columns.
            a: number: (missing) | (missing) | (missing) | 4
            b: category: x | (missing) | (missing) | None
            """),
        Meaning("answers in several words", "ok\nyes\nNo\nYES\nno\nY\n",
            """
            5 rows, 1 columns.
            ok: category: yes | No | YES | no | Y
            Meaning of ok: category (5 levels)
            Warning: 'ok' holds two answers in 5 words: 'Y' (1), 'YES' (1), 'yes' (1); 'No' (1), 'no' (1). Write them in two words; until then each word is a level of its own.
            Note: 'ok' has 5 levels, 5 of them in fewer than 5 rows. Steps may put them together; join levels that mean the same.
            """),
        Meaning("numbers and a few words", "a\n1\n2\nfew\n4\n",
            """
            4 rows, 1 columns.
            a: category: 1 | 2 | few | 4
            Meaning of a: category (4 levels)
            Note: 'a' has 4 levels, 4 of them in fewer than 5 rows. Steps may put them together; join levels that mean the same.
            """),
        Meaning("one value in all rows", "a,b\n1,x\n1,y\n1,x\n",
            """
            3 rows, 2 columns.
            a: number: 1 | 1 | 1
            b: category: x | y | x
            Meaning of a: constant (one value in all rows)
            Meaning of b: category (2 levels)
            Warning: 1 of 3 rows (33.33 %) equal an earlier row in every column but ids. If rows were copied by mistake, remove them; if they belong together, give them a group column.
            Note: 'a' has one value in all rows. It is not used.
            Note: 'b' has 2 levels, 2 of them in fewer than 5 rows. Steps may put them together; join levels that mean the same.
            """),
        Meaning("a code for no value", "age\n31\n-999\n45\n28\n-999\n52\n",
            """
            6 rows, 1 columns.
            age: number: 31 | -999 | 45 | 28 | -999 | …
            Meaning of age: number (whole numbers)
            Warning: 1 of 6 rows (16.67 %) equal an earlier row in every column but ids. If rows were copied by mistake, remove them; if they belong together, give them a group column.
            Note: 'age' has no value in 2 rows (33.33 %). Missing values are filled in or kept as a level of their own; see whether they can be collected.
            Note: 'age' holds -999 in 2 rows, far from all other values. It is read as missing.
            """),
    ];

    private static UglyFile Meaning(string title, string text, string outcome) => Csv(title, text, outcome) with { TellsMeaning = true };
}
