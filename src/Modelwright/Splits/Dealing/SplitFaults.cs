using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Splits.Dealing;

/// <summary>Checks a request and reports all that is wrong with it in one error.</summary>
internal sealed class SplitFaults(SplitRequest request, SplitterInfo splitter)
{
    private readonly List<string> _faults = [];

    /// <summary>The folds asked for must fit what is dealt out.</summary>
    /// <param name="most">How many there are.</param>
    /// <param name="what">Of what, in words.</param>
    public SplitFaults Folds(int most, string what)
    {
        if (request.Folds < 2)
        {
            _faults.Add($"Folds must be 2 or more. Got {request.Folds}. Five folds are usual.");
        }
        else if (request.Folds > most)
        {
            _faults.Add($"Splitter '{splitter.Name}' cannot make {request.Folds} folds of {most} {what}. {Fewer(most)}");
        }

        return this;
    }

    /// <summary>A holdout must leave something on both sides.</summary>
    /// <param name="most">How many there are to share out.</param>
    /// <param name="what">Of what, in words.</param>
    public SplitFaults Holdout(int most, string what)
    {
        if (!(request.TestShare is > 0 and < 1))
        {
            _faults.Add(FormattableString.Invariant($"TestShare must be above 0 and below 1. Got {request.TestShare}. 0.2 keeps one row in five for the test."));
        }

        if (most < 2)
        {
            _faults.Add($"Splitter '{splitter.Name}' needs at least 2 {what}, one to train and one to test. There {(most == 1 ? "is 1" : $"are {most}")}. Bring more rows.");
        }

        return this;
    }

    /// <summary>Folds must be repeated a sound number of times.</summary>
    public SplitFaults Repeats()
    {
        const int Most = 100;
        if (request.Repeats is < 1 or > Most)
        {
            _faults.Add($"Repeats must be from 1 to {Most}. Got {request.Repeats}. Three to ten are usual.");
        }

        return this;
    }

    /// <summary>There must be something to train on when one is left out.</summary>
    /// <param name="most">How many there are.</param>
    /// <param name="what">Of what, in words.</param>
    public SplitFaults Exhaustive(int most, string what)
    {
        if (most < 2)
        {
            _faults.Add($"Splitter '{splitter.Name}' needs at least 2 {what}, one to train and one to test. There {(most == 1 ? "is 1" : $"are {most}")}. Bring more rows.");
        }

        return this;
    }

    /// <summary>A column must be given and have the rows asked for.</summary>
    /// <param name="column">The column, or null.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="isNeeded">Whether it must be there.</param>
    public SplitFaults Column(Column? column, string option, bool isNeeded)
    {
        if (column is null && isNeeded)
        {
            _faults.Add($"Splitter '{splitter.Name}' needs {option}. Give one column the role, or choose another splitter.");
        }
        else if (column is not null && column.RowCount != request.RowCount)
        {
            _faults.Add($"Column '{column.Name}' ({option}) has {column.RowCount} rows, the request {request.RowCount}. Give one value a row.");
        }

        return this;
    }

    /// <summary>Times must be times or numbers.</summary>
    public SplitFaults Times()
    {
        Column(request.Times, nameof(SplitRequest.Times), isNeeded: true);
        if (request.Times is { Type: not (ColumnType.Time or ColumnType.Number) } column)
        {
            _faults.Add($"Column '{column.Name}' (Times) is of type {column.Type.ToString().ToLowerInvariant()}. Rows are ordered by times or numbers; read the column as a time.");
        }

        return this;
    }

    /// <summary>Ends in an error if anything was wrong.</summary>
    /// <exception cref="OptionsException">Something was.</exception>
    public void Throw()
    {
        if (_faults.Count > 0)
        {
            throw new OptionsException(string.Join('\n', _faults));
        }
    }

    private static string Fewer(int most) => most switch
    {
        < 2 => "Bring more rows.",
        2 => "Ask for 2 folds, or bring more rows.",
        _ => $"Ask for 2 to {most} folds, or bring more rows.",
    };
}
