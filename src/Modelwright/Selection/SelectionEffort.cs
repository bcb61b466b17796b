using Modelwright.Findings.Inner;
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
    private const int FewestColumns = 100;
    private const int TreesOfFew = 40;
    private const int TreesOfMany = 20;

    /// <summary>Where time is short for all columns, trees and rows are fewer before columns are.</summary>
    private const int ShortTrees = 8;
    private const int ShortRows = 500;
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
        var passes = PassesOfNoise + (request.Choice == FeatureChoice.Fewest ? PassesOfSets : 0);
        var steps = (request.Seconds ?? UsualSeconds) * BinsInSecond / (passes * outputs * ShallowTree.Levels);
        var wanted = Math.Clamp(columns, 1, MostColumns);
        var trees = outputs > 1 ? TreesOfMany : TreesOfFew;
        if (steps / trees >= (double)wanted * FewestRows)
        {
            return new((int)Math.Min(steps / trees / wanted, MostRows), MostColumns, trees);
        }

        var most = (int)Math.Clamp(steps / ShortTrees / ShortRows, FewestColumns, MostColumns);
        return new((int)Math.Clamp(steps / ShortTrees / Math.Min(wanted, most), ShortRows, FewestRows), most, ShortTrees);
    }
}
