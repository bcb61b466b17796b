using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Profile.Relations;

namespace Modelwright.Profile.Depth;

/// <summary>Rows that are equal in all inputs and differ in the target: no model of these columns can answer both.</summary>
internal static class ConflictingLabels
{
    private const int MostRows = 1_000_000;
    private const double Much = 0.01;

    /// <summary>The finding, where there is one.</summary>
    public static IEnumerable<Finding> Find(DepthGround ground)
    {
        Column[] inputs = [.. ground.Profile.Schema.Features.Select(spec => ground.Raw[spec.Name])];
        if (inputs.Length == 0 || ground.Profile.Schema.Target is not { } target)
        {
            yield break;
        }

        var rows = Math.Min(MostRows, ground.Raw.RowCount);
        var (conflicting, wrong, groups) = Count(RowHash.Of(inputs, rows), RowHash.Of([ground.Raw[target.Name]], rows), ground.Raw[target.Name]);
        if (conflicting == 0)
        {
            yield break;
        }

        var isClasses = ground.Profile.Task is { AnswersClasses: true };
        var floor = isClasses ? string.Create(CultureInfo.InvariantCulture, $": whatever is trained, {wrong} of them ({wrong * 100.0 / rows:0.##} %) are answered wrong") : "";
        yield return new(
            wrong >= Much * rows ? FindingSeverity.Warning : FindingSeverity.Note,
            "conflicting_labels",
            target.Name,
            $"{conflicting} of {rows} rows, in {groups} groups, are equal in every input and differ in '{target.Name}'{floor}.",
            "See whether a column that tells them apart is absent, or whether the target is wrong in some.")
        { Measured = new Dictionary<string, double> { ["rows"] = conflicting, ["groups"] = groups, ["least_errors"] = wrong } };
    }

    // Rows in groups of equal inputs with more than one target, the rows outside the most frequent target of each, and the groups.
    private static (int Rows, int Wrong, int Groups) Count(ulong[] inputs, ulong[] targets, Column target)
    {
        int[] order = [.. Enumerable.Range(0, inputs.Length).Where(row => !target.IsMissing(row))];
        Array.Sort(Array.ConvertAll(order, row => inputs[row]), order);
        var (rows, wrong, groups) = (0, 0, 0);
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && inputs[order[end]] == inputs[order[start]])
            {
                end++;
            }

            if (end - start > 1)
            {
                int[] counts = [.. Enumerable.Range(start, end - start).CountBy(place => targets[order[place]]).Select(count => count.Value)];
                if (counts.Length > 1)
                {
                    (rows, wrong, groups) = (rows + end - start, wrong + end - start - counts.Max(), groups + 1);
                }
            }

            start = end;
        }

        return (rows, wrong, groups);
    }
}
