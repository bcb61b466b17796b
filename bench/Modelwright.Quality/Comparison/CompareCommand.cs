using Modelwright.Core.Errors;

namespace Modelwright.Quality.Comparison;

/// <summary>Prints ours against each peer.</summary>
internal static class CompareCommand
{
    /// <summary>Prints the table and the summary.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where no set has a result.</returns>
    public static int Run(Options options)
    {
        if (options.Peers is null)
        {
            throw new OptionsException("Option '--peers' is needed. Name the folder of recorded figures after it.");
        }

        var figures = SetFigures.Read(options);
        if (figures.Count == 0)
        {
            Console.Error.WriteLine($"'{options.Out}' holds no result with a budget of {options.Budget}. Make some with the command 'run'.");
            return 1;
        }

        Console.WriteLine(Tables.Scores(figures));
        Console.WriteLine(Tables.Summaries(figures));
        Console.WriteLine(Tables.Agreement(figures));
        Console.WriteLine(CostTable.Of(figures, options.Budget));
        return 0;
    }
}
