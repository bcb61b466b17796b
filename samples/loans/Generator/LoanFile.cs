using System.Globalization;

namespace Modelwright.Samples.Loans;

/// <summary>Writes applications as a bank's clerks would have typed them: several marks for "unknown", money as text, slips of the pen.</summary>
internal static class LoanFile
{
    private static readonly (string Value, double Weight)[] Unknown = [("", 50), ("NA", 25), ("?", 15), ("n/a", 10)];

    private static readonly Dictionary<string, string[]> Slips = new(StringComparer.Ordinal)
    {
        ["full-time"] = ["full time", "Full-Time", "fulltime", "ful-time"],
        ["part-time"] = ["part time", "Part-Time"],
        ["self-employed"] = ["slef-employed", "self employed"],
        ["mortgage"] = ["morgage", "Mortgage"],
        ["rent"] = ["Rent", "renting"],
    };

    /// <summary>Writes the file: a header and one line an application, separated by commas, lines ended by a line feed.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rows">Number of applications.</param>
    /// <param name="seed">The same seed gives the same bytes.</param>
    /// <param name="leak">Whether to add 'collected_fees', which is known only after the target is.</param>
    public static void Write(TextWriter writer, int rows, int seed, bool leak)
    {
        writer.Write("application_id,applied_on,amount,term_months,annual_income,employment,employed_since,housing,region,credit_score,previous_loans,has_guarantor,purpose");
        writer.Write(leak ? ",collected_fees,defaulted\n" : ",defaulted\n");
        var people = new Chance(seed);
        var clerk = new Chance(seed ^ 0x5EED);
        var collector = new Chance(seed ^ 0xFEE);
        for (var row = 0; row < rows; row++)
        {
            var applicant = Applicants.Draw(people, row, rows);
            writer.Write(string.Join(',', Cells(applicant, row, clerk).Select(Quoted)));
            writer.Write(leak ? $",{Fees(applicant, collector)}" : "");
            writer.Write(applicant.Defaulted ? ",yes\n" : ",no\n");
        }
    }

    private static IEnumerable<string> Cells(Applicant applicant, int row, Chance clerk)
    {
        yield return $"LA-{100_001 + row}";
        yield return applicant.AppliedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return Dollars(applicant.Amount);
        yield return Number(applicant.TermMonths);
        yield return clerk.Happens(0.06) ? clerk.Pick(Unknown) : Dollars(applicant.Income);
        yield return Slip(applicant.Employment, clerk);
        yield return applicant.EmployedSince is { } since && !clerk.Happens(0.04)
            ? since.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : "";
        yield return clerk.Happens(0.03) ? clerk.Pick(Unknown) : Slip(applicant.Housing, clerk);
        yield return applicant.Region;
        yield return clerk.Happens(0.07) ? "-999" : Number(applicant.CreditScore);
        yield return Number(applicant.PreviousLoans);
        yield return applicant.HasGuarantor ? "yes" : "no";
        yield return clerk.Happens(0.05) ? clerk.Pick(Unknown) : applicant.Purpose;
    }

    private static string Slip(string level, Chance clerk) =>
        clerk.Happens(0.03) && Slips.TryGetValue(level, out var slips) ? slips[clerk.Whole(0, slips.Length)] : level;

    private static string Fees(Applicant applicant, Chance collector) =>
        Number(applicant.Defaulted && !collector.Happens(0.05) ? collector.Whole(35, 400) : 0);

    private static string Dollars(int sum) => string.Create(CultureInfo.InvariantCulture, $"${sum:#,0}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
