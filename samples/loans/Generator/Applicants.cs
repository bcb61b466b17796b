namespace Modelwright.Samples.Loans;

/// <summary>Draws applicants and decides who pays back.</summary>
internal static class Applicants
{
    private static readonly (string Value, double Weight)[] Employments =
        [("full-time", 58), ("part-time", 14), ("self-employed", 12), ("retired", 7), ("student", 4), ("unemployed", 4), ("seasonal", 0.7), ("on sabbatical", 0.3)];

    private static readonly (string Value, double Weight)[] Housings = [("rent", 46), ("mortgage", 34), ("own", 17), ("with parents", 3)];

    private static readonly (string Value, double Weight)[] Regions =
    [
        ("North", 24), ("South", 21), ("East", 16), ("West", 15), ("Capital", 14), ("Coast", 6), ("Highlands", 2.5),
        ("Islands", 0.8), ("Overseas", 0.4), ("Enclave", 0.3),
    ];

    private static readonly (int Value, double Weight)[] Terms = [(12, 10), (24, 20), (36, 35), (48, 15), (60, 20)];

    private static readonly DateOnly FirstDay = new(2021, 1, 4);

    /// <summary>Draws one applicant.</summary>
    /// <param name="chance">The origin of chance.</param>
    /// <param name="position">0-based row.</param>
    /// <param name="rows">Rows in all; they are spread over three years in order.</param>
    public static Applicant Draw(Chance chance, int position, int rows)
    {
        const int Days = 3 * 365;
        var appliedOn = FirstDay.AddDays((int)((long)position * Days / rows));
        var employment = chance.Pick(Employments);
        var hasJob = employment is not ("retired" or "student" or "unemployed");
        var income = Money(chance, hasJob ? 21_000 : 11_000, 100);
        var (purpose, risk) = Purposes.Draw(chance);
        var applicant = new Applicant
        {
            AppliedOn = appliedOn,
            Employment = employment,
            EmployedSince = hasJob ? appliedOn.AddDays(-chance.Whole(20, 120) * chance.Whole(1, 60)) : null,
            Income = income,
            Amount = Math.Min(Money(chance, 5_500, 250), 60_000),
            TermMonths = chance.Pick(Terms),
            CreditScore = Math.Clamp((int)(672 + (70 * chance.Normal())), 300, 850),
            PreviousLoans = chance.Whole(0, 4) * chance.Whole(0, 3),
            Housing = chance.Pick(Housings),
            Region = chance.Pick(Regions),
            HasGuarantor = chance.Happens(0.18),
            Purpose = purpose,
            PurposeRisk = risk,
        };
        return applicant with { Defaulted = Risk(applicant) + (0.9 * chance.Normal()) > 2.3 };
    }

    private static double Risk(Applicant applicant)
    {
        var burden = (double)applicant.Amount / applicant.Income;
        var daysEmployed = applicant.EmployedSince is { } since ? applicant.AppliedOn.DayNumber - since.DayNumber : 0;
        var risk = (660 - applicant.CreditScore) / 75.0;
        risk += Math.Min(burden, 1.5) * 1.6;
        risk += applicant.PurposeRisk;
        risk += applicant.Employment switch { "unemployed" => 1.2, "seasonal" => 0.9, "self-employed" => 0.4, "retired" => -0.3, _ => 0 };
        risk += applicant.EmployedSince is not null && daysEmployed < 400 ? 0.7 : 0;
        risk += applicant.Housing == "own" ? -0.5 : 0;
        risk += applicant.Region is "Islands" or "Enclave" ? 0.5 : 0;
        risk -= applicant.HasGuarantor ? 0.8 : 0;
        return risk + (0.12 * applicant.PreviousLoans);
    }

    // Skewed to the right without a logarithm, whose last bits differ between platforms: a product of even draws.
    private static int Money(Chance chance, int scale, int step)
    {
        var sum = scale * (0.5 + chance.Share()) * (0.5 + (1.5 * chance.Share())) * (0.5 + (1.5 * chance.Share()));
        return Math.Max(step, (int)(sum / step) * step);
    }
}
