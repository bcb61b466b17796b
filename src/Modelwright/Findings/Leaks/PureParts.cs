using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>
/// A part of a column (a level, rows without a value, all rows but those of one value) in which all rows have one outcome,
/// beyond chance, and though the other columns would not say so.
/// </summary>
/// <param name="isOfMissing">Whether rows without a value are looked at, or those of levels.</param>
internal sealed class PureParts(bool isOfMissing) : ILeakCheck
{
    private const int FewestRows = 30;
    private const double Pure = 0.99;
    private const int MostSuspects = 5;
    private const int MostUsual = 2;
    private const int MostClasses = 12;

    /// <summary>Chance of one false part among all that were tried.</summary>
    private const double FalseChance = 1e-6;

    /// <summary>What the others give the outcome in such rows, from which on it is no surprise.</summary>
    private const double Expected = 0.8;

    /// <summary>Share of a class that a part must hold to decide the figures of a model.</summary>
    private const double MuchOfClass = 0.5;

    /// <summary>Columns with such a part, missing values apart, up to which each is odd.</summary>
    private const int MostOdd = 6;

    /// <summary>Share of a class from which on a part is all of it.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>Share of a column that one value must have for the rest to be looked at as one part.</summary>
    private const double UsualShare = 0.5;

    /// <summary>Share of the ranks' variance that missing values alone must tell.</summary>
    private const double MissingPower = 0.5;

    /// <summary>The same of the log loss of classes, where the others together tell no more than half of it.</summary>
    private const double MissingPowerOfClasses = 0.3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        GroundColumn[] columns = [.. ground.Columns.Where(column => !accused.Contains(column.Name))];
        var missing = ground.Outcome.IsClasses || !isOfMissing ? [] : columns.Select(column => OfNumbers(ground, column)).OfType<Finding>().ToArray();
        var tried = columns.Sum(column => column.Bins.Count + 2);
        var significant = columns.Where(column => missing.All(finding => finding.Column != column.Name)).Select(column => Purest(ground, column, isOfMissing)).OfType<PurePart>()
            .Where(part => part.Evidence >= Math.Log(tried / FalseChance)).OrderByDescending(part => part.Evidence).ToArray();

        // A leak stands out. Where many columns are so (as the words of texts that are counted), it is how these data are.
        var isUsual = significant.Count(part => !part.IsOfMissing) > MostOdd;
        Finding[] pure = [.. significant.Take(isUsual ? MostUsual : MostSuspects).Select(part => Judge(ground, part, accused, isUsual)).OfType<Finding>()];
        var telling = !ground.Outcome.IsClasses || !isOfMissing ? [] : columns.Where(column => pure.All(finding => finding.Column != column.Name)).Select(column => OfClasses(ground, column, accused)).OfType<Finding>().Take(MostSuspects);
        return [.. missing, .. pure, .. telling];
    }

    private static Finding? Judge(LeakGround ground, PurePart part, IReadOnlySet<string> accused, bool isUsual)
    {
        var outcome = ground.Parts.MergedCodes(MostClasses)[part.Class];
        var expected = ground.OthersOfParts.Without([.. accused, part.Column.Name]).MeanChance(row => part.Holds(part.Column.Bins.Codes[row]), outcome);

        // That a cell is filled in exactly where there is an outcome is nobody's nature, however well others know it.
        var isEquivalent = part.IsOfMissing && part.OfClass >= NearlyAll;
        if (!(expected < Expected) && !isEquivalent)
        {
            return null;
        }

        var isMuch = ground.Outcome.IsClasses && part.OfClass >= MuchOfClass && (!isUsual || part.IsOfMissing);
        return new(
            isMuch ? FindingSeverity.Severe : FindingSeverity.Warning,
            part.Kind,
            part.Column.Name,
            $"Of the {part.Rows} rows with {part.Said}, {part.WithClass} have {ground.Say(part.Class)} ({Said.Percent(part.OfClass)} of all that have it); of all rows {Said.Percent(part.Share)} have, and the other columns together expect {Said.Percent(expected)} here.",
            Said.Remedy) { Measured = new Dictionary<string, double> { ["rows"] = part.Rows, ["with_class"] = part.WithClass, ["share"] = part.Share, ["expected"] = expected, ["share_of_class"] = part.OfClass } };
    }

    private static PurePart? Purest(LeakGround ground, GroundColumn column, bool isOfMissing)
    {
        ground.Cancellation.ThrowIfCancellationRequested();
        var (bins, width) = (column.Bins, ground.Parts.ClassCount);
        var counts = new int[bins.Count, width];
        var rows = new int[bins.Count];
        for (var row = 0; row < bins.Codes.Length; row++)
        {
            counts[bins.Codes[row], ground.Parts.Classes[row]]++;
            rows[bins.Codes[row]]++;
        }

        PurePart? best = null;
        var usual = Array.IndexOf(rows, rows.Max());
        for (var bin = isOfMissing ? BinnedColumn.Missing : 1; bin < (isOfMissing ? 1 : bins.Count); bin++)
        {
            if (isOfMissing || bins.IsExact)
            {
                best = Better(best, new(ground, column, bin, IsRest: false, rows, counts));
            }

            if (isOfMissing || (bin == usual && rows[bin] >= UsualShare * bins.Codes.Length && IsOneValue(column, bin)))
            {
                best = Better(best, new(ground, column, bin, IsRest: true, rows, counts));
            }
        }

        return best;
    }

    private static PurePart? Better(PurePart? best, PurePart part) =>
        part.Rows >= FewestRows && part.WithClass >= Pure * part.Rows && part.Evidence > (best?.Evidence ?? 0) ? part : best;

    private static bool IsOneValue(GroundColumn column, int bin) => column.Bins.IsExact || column.Sampled is not NumberColumn numbers
        || Enumerable.Range(0, numbers.RowCount).Where(row => column.Bins.Codes[row] == bin).Select(numbers.Values.At).Distinct().Take(2).Count() == 1;

    // Numbers: what missing values alone tell.
    private static Finding? OfNumbers(LeakGround ground, GroundColumn column) =>
        MissingAlone(ground, column) is not { Power: >= MissingPower } told ? null : new(FindingSeverity.Severe, "missing_tells", column.Name, $"{told.Said}.", Said.Remedy)
        { Measured = new Dictionary<string, double> { ["rows"] = told.Rows, ["power"] = told.Power } };

    // Classes: rows without a value are not of one class, but tell far more than anything else.
    private static Finding? OfClasses(LeakGround ground, GroundColumn column, IReadOnlySet<string> accused)
    {
        if (MissingAlone(ground, column) is not { Power: >= MissingPowerOfClasses } told || ground.Others.Without([.. accused, column.Name]).Skill is var others && others > told.Power / 2)
        {
            return null;
        }

        return new(FindingSeverity.Warning, "missing_tells", column.Name, $"{told.Said}, all other columns together {Said.Figure(others)}.", Said.Remedy)
        { Measured = new Dictionary<string, double> { ["rows"] = told.Rows, ["power"] = told.Power, ["others"] = others } };
    }

    private static (int Rows, double Power, string Said)? MissingAlone(LeakGround ground, GroundColumn column)
    {
        var missing = new BinnedColumn(column.Name, Array.ConvertAll(column.Bins.Codes, code => code == BinnedColumn.Missing ? code : (ushort)1), 2, IsOrdered: true, IsExact: true);
        var rows = missing.Codes.Count(code => code == BinnedColumn.Missing);
        if (rows < FewestRows || missing.Codes.Length - rows < FewestRows)
        {
            return null;
        }

        var power = ground.PowerOf(missing);
        return (rows, power, $"Whether '{column.Name}' has a value ({rows} of {missing.Codes.Length} rows have none) alone tells {Said.Figure(power)} of '{ground.Target}' on a scale from 0 to 1");
    }
}
