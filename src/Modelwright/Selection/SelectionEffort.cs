using Modelwright.Recording;

namespace Modelwright.Selection;

/// <summary>How many rows and columns are looked at. Counts and not the clock bound the work, so that the same budget gives the same choice.</summary>
/// <param name="Rows">Most rows.</param>
/// <param name="Columns">Most columns.</param>
/// <param name="Trees">Trees an output of each small model.</param>
internal sealed record SelectionEffort(int Rows, int Columns, int Trees)
{
    private const int MostRows = 20_000;
    private const int FewestRows = 1_000;
    private const int MostColumns = 500;
    private const int FewestColumns = 20;
    private const int TreesOfFew = 40;
    private const int TreesOfMany = 20;
    private const double UsualSeconds = 9;

    /// <summary>Bins of rows that a usual machine counts a second, on two threads.</summary>
    private const double BinsInSecond = 4e8;

    /// <summary>Passes over all columns: rounds against noise on twice the columns, folds for the importance, sets of growing size.</summary>
    private const double PassesOfNoise = 36;
    private const double PassesOfSets = 24;

    /// <summary>The effort for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="columns">Columns there are.</param>
    /// <param name="outputs">Numbers that are boosted a row.</param>
    public static SelectionEffort For(SelectionRequest request, int columns, int outputs)
    {
        var trees = outputs > 1 ? TreesOfMany : TreesOfFew;
        var passes = PassesOfNoise + (request.Choice == FeatureChoice.Fewest ? PassesOfSets : 0);
        var cells = (request.Seconds ?? UsualSeconds) * BinsInSecond / (passes * trees * outputs * Findings.Inner.ShallowTree.Levels);
        var most = (int)Math.Clamp(cells / FewestRows, FewestColumns, MostColumns);
        return new((int)Math.Clamp(cells / Math.Max(1, Math.Min(columns, most)), FewestRows, MostRows), most, trees);
    }
}
