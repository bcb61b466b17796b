using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Prediction;

/// <summary>The answer to one row. Immutable.</summary>
public sealed class Answer
{
    private readonly Predictions _predictions;
    private readonly int _row;

    internal Answer(Predictions predictions, int row)
    {
        _predictions = predictions;
        _row = row;
    }

    /// <summary>For classification: the answered class, by the decision of the model or else the most probable, the first of equals; otherwise null.</summary>
    public string? Label => _predictions.Classes.Count == 0 ? null : _predictions.Label(_row);

    /// <summary>For regression: the number, in the unit of the target; otherwise null.</summary>
    public double? Value => _predictions.Classes.Count == 0 && _predictions.Columns.Count == 0 ? _predictions.Outputs[_row] : null;

    /// <summary>For regression: the interval that holds the true number as often as the model's level says; null where it has none.</summary>
    public Interval? Interval => _predictions.Interval(_row);

    /// <summary>For classification: the classes among which the true one is as often as the model's level says; null where it has no sets.</summary>
    public IReadOnlyList<string>? Set => _predictions.Set(_row);

    /// <summary>The classes; empty for regression.</summary>
    public IReadOnlyList<string> Classes => _predictions.Classes;

    /// <summary>One probability a class, in the order of <see cref="Classes"/>; empty for regression.</summary>
    public ReadOnlyMemory<double> Probabilities => _predictions.Classes.Count == 0
        ? ReadOnlyMemory<double>.Empty
        : _predictions.Outputs.AsMemory(_row * Classes.Count, Classes.Count);

    /// <summary>What is said in words beside the numbers, such as why the row is strange; null where the model says nothing.</summary>
    public string? Text => _predictions.Texts?.OfRow[_row];

    /// <summary>One answered number, where the model answers several columns: <c>answer["distance"]</c>.</summary>
    /// <param name="column">The name of a column that the model answers.</param>
    /// <exception cref="OptionsException">No such column is answered.</exception>
    public double this[string column] => _predictions.Value(_row, column);

    /// <summary>What was missing, unseen or unreadable, by column, in all rows that were asked together.</summary>
    public IReadOnlyList<ColumnCounts> Counts => _predictions.Counts;

    /// <summary>The probability of a class.</summary>
    /// <param name="className">The class; case matters.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="OptionsException">There is no such class.</exception>
    public double Probability(string className)
    {
        for (var place = 0; place < Classes.Count; place++)
        {
            if (Classes[place] == className)
            {
                return Probabilities.Span[place];
            }
        }

        throw new OptionsException(Classes.Count == 0
            ? $"The model answers numbers, so there is no probability of '{className}'. Read Value instead."
            : $"There is no class '{className}'.{NearestName.Suggest(className, Classes)} The classes are: {string.Join(", ", Classes.Select(name => $"'{name}'"))}. Check the spelling (case matters).");
    }

    /// <inheritdoc/>
    public override string ToString() => Label is { } label
        ? FormattableString.Invariant($"{label} ({Probability(label):P1})")
        : _predictions.Columns.Count == 0 ? FormattableString.Invariant($"{Value:R}")
        : string.Join(", ", _predictions.Columns.Select(column => FormattableString.Invariant($"{column.Name} {this[column.Name]:R}")));
}
