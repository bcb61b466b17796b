using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Server.Answers;

/// <summary>The answers to the rows of one request, however they were made. Used again for the next request.</summary>
internal sealed class AnswerSet
{
    private readonly double[] _one;
    private Predictions? _many;
    private Interval? _interval;
    private int _label;

    internal AnswerSet(int width)
    {
        Width = width;
        _one = new double[width];
    }

    /// <summary>Numbers an answer.</summary>
    internal int Width { get; }

    internal int RowCount { get; private set; }

    /// <summary>All numbers, row by row.</summary>
    internal ReadOnlySpan<double> Outputs => _many is { } many ? many.Outputs : RowCount == 0 ? [] : _one;

    /// <summary>Sentences of how the rows were answered; mostly empty.</summary>
    internal IReadOnlyList<string> Notes => _many?.Notes ?? [];

    internal ReadOnlySpan<double> Row(int row) => Outputs.Slice(row * Width, Width);

    /// <summary>The position of the answered class; -1 for models without classes.</summary>
    internal int Label(int row) => _many is { } many ? (many.Classes.Count == 0 ? -1 : many.Rules.Choose(Row(row))) : _label;

    internal Interval? Interval(int row) => _many is { } many ? many.Interval(row) : _interval;

    internal string? Text(int row) => _many?.Texts?.OfRow[row];

    /// <summary>The name of the texts; null where there are none.</summary>
    internal bool HasTexts => _many?.Texts is not null;

    /// <exception cref="DataException">The row cannot be answered.</exception>
    internal void Ask(PredictionRow row)
    {
        row.Answer().CopyTo(_one);
        (_many, RowCount, _label, _interval) = (null, 1, row.LabelPosition, row.Interval);
    }

    internal void Take(Predictions answers) => (_many, RowCount) = (answers, answers.RowCount);

    internal void Clear() => (_many, RowCount) = (null, 0);
}
