namespace Modelwright.Samples.Loans;

/// <summary>One loan application as it really is, before anyone types it in.</summary>
internal sealed record Applicant
{
    /// <summary>Day of the application.</summary>
    public required DateOnly AppliedOn { get; init; }

    /// <summary>First day at the present job; null for those without one.</summary>
    public required DateOnly? EmployedSince { get; init; }

    /// <summary>Kind of employment.</summary>
    public required string Employment { get; init; }

    /// <summary>Income a year in dollars.</summary>
    public required int Income { get; init; }

    /// <summary>Sum asked for in dollars.</summary>
    public required int Amount { get; init; }

    /// <summary>Months to pay it back.</summary>
    public required int TermMonths { get; init; }

    /// <summary>Score of the credit agency, 300 to 850.</summary>
    public required int CreditScore { get; init; }

    /// <summary>Loans had before.</summary>
    public required int PreviousLoans { get; init; }

    /// <summary>How the applicant lives.</summary>
    public required string Housing { get; init; }

    /// <summary>Where the applicant lives.</summary>
    public required string Region { get; init; }

    /// <summary>Whether somebody else stands in for the loan.</summary>
    public required bool HasGuarantor { get; init; }

    /// <summary>What the money is for, in the applicant's words.</summary>
    public required string Purpose { get; init; }

    /// <summary>How risky the stated purpose is; 0 is usual.</summary>
    public required double PurposeRisk { get; init; }

    /// <summary>Whether the loan was not paid back.</summary>
    public bool Defaulted { get; init; }
}
