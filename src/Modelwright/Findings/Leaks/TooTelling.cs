using Modelwright.Profile;

namespace Modelwright.Findings.Leaks;

/// <summary>A column that tells nearly all of the target alone, and far more than all others together: a noisy copy of it, or something that is written down with it.</summary>
internal sealed class TooTelling : ILeakCheck
{
    // A number may well follow from one honest column; that nine rows in ten are known to be of one class is rarer.
    private const double LeastOfClasses = 0.8;
    private const double LeastOfNumbers = 0.97;

    /// <summary>What the column leaves untold, against what the others together leave untold.</summary>
    private const double MostLeft = 0.35;
    private const int MostSuspects = 6;

    /// <summary>Power, and how many times what the others know, from which on a column of classes is worth a word.</summary>
    private const double LeastOdd = 0.4;
    private const double TimesOthers = 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        var least = ground.Outcome.IsClasses ? LeastOdd : LeastOfNumbers;
        var witnesses = accused.ToHashSet(StringComparer.Ordinal);
        foreach (var column in ground.Columns.Where(column => !accused.Contains(column.Name) && column.Power >= least).OrderByDescending(column => column.Power).Take(MostSuspects).ToArray())
        {
            var others = ground.Others.Without([.. witnesses, column.Name]).Skill;
            var isNearlyAll = (!ground.Outcome.IsClasses || column.Power >= LeastOfClasses) && 1 - column.Power <= MostLeft * (1 - others);
            if (isNearlyAll || (ground.Outcome.IsClasses && column.Power >= TimesOthers * others))
            {
                witnesses.Add(column.Name);
                yield return new(
                    isNearlyAll ? FindingSeverity.Severe : FindingSeverity.Warning,
                    "predicts_too_well",
                    column.Name,
                    $"'{column.Name}' alone tells {Said.Figure(column.Power)} of '{ground.Target}' on a scale from 0 to 1, all other columns together {Said.Figure(others)} (out of fold, {Said.Rows(ground)}).",
                    Said.Remedy) { Measured = new Dictionary<string, double> { ["power"] = column.Power, ["others"] = others } };
            }
        }
    }
}
