using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Profiles;

/// <summary>What a closer look at a table showed: what tells of the target, what is missing, what changes within the file.</summary>
internal static class DepthSections
{
    private const int Most = 15;
    private const double SomeDrift = 0.1;
    private const double SomePower = 0.0005;

    /// <summary>What each column tells of the target alone.</summary>
    public static IEnumerable<ReportBlock> Relations(DataProfile profile, ProfileDepth depth)
    {
        ColumnDepth[] related = [.. depth.Columns.Where(column => column.Power is not null).OrderByDescending(column => column.Power)];
        if (related.Length == 0)
        {
            yield break;
        }

        var told = related.Where(column => column.Power >= SomePower).Take(Most).ToArray();
        if (told.Length == 0)
        {
            yield return new Prose($"No column alone tells anything of '{profile.Target}'. Columns together may.");
        }
        else
        {
            yield return new BarChart
            {
                Title = "Power of a column alone",
                Reading = $"How much of '{profile.Target}' can be told from one column alone, on rows that were not looked at for it: 0 is nothing, 1 all. Near 1 is rarely true: see whether the column is known before the outcome. Columns together may tell more.",
                Axis = "power, from 0 to 1",
                Names = "column",
                Bars = [.. told.Select(column => new ChartBar(column.Name, column.Power!.Value))],
            };
        }

        yield return Grid.Of("All columns", "column|>power|>mutual information", related.Select(column => (IReadOnlyList<string>)
            [column.Name, Numbers.Fixed(column.Power ?? 0, 4), Numbers.Fixed(column.MutualInformation ?? 0, 4)])) with
        {
            IsDetail = true,
            Note = $"Mutual information is a share of what there is to know of the target, with what chance gives taken off. Measured on {Numbers.Count(depth.RowsLookedAt)} rows.",
        };
    }

    /// <summary>Which columns lack values.</summary>
    public static IEnumerable<ReportBlock> Missing(DataProfile profile)
    {
        ColumnProfile[] missing = [.. profile.Columns.Where(column => column.Evidence.Missing > 0).OrderByDescending(column => column.Evidence.MissingShare)];
        if (missing.Length == 0)
        {
            yield return new Prose("Every column has a value in every row.");
            yield break;
        }

        yield return new BarChart
        {
            Title = "Rows without a value",
            Reading = $"{Numbers.Count(missing.Length)} of {Numbers.Count(profile.Columns.Count)} columns lack values{(missing.Length > Most ? $"; these {Most} the most" : "")}. Columns that lack them in the same rows, and gaps that go with the target, are under 'What to look at'.",
            Axis = "% of rows",
            Names = "column",
            Bars = [.. missing.Take(Most).Select(column => new ChartBar(column.Name, Math.Round(100 * column.Evidence.MissingShare, 2)))],
        };
    }

    /// <summary>What is spread otherwise at the end of the file than at its start.</summary>
    public static IEnumerable<ReportBlock> Changes(ProfileDepth depth)
    {
        var measured = depth.Columns.Where(column => column.Drift is not null).OrderByDescending(column => column.Drift).ToArray();
        if (measured.Length == 0)
        {
            yield break;
        }

        if (measured[0].Drift < SomeDrift)
        {
            yield return new Prose("The last third of the file is spread like the first in every column (stability index under 0.1).");
            yield break;
        }

        yield return new BarChart
        {
            Title = "First against last third of the file",
            Reading = "Population stability index: how differently values are spread. Under 0.1 is little, from 0.25 on much. With few rows chance alone makes it larger.",
            Axis = "population stability index",
            Names = "column",
            Bars = [.. measured.Take(Most).Select(column => new ChartBar(column.Name, column.Drift!.Value))],
        };
    }
}
