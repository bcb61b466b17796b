using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Runtime.Prediction.Typed;

namespace Modelwright.Runtime.Prediction;

/// <summary>
/// One row whose values are set one by one, by position, without objects or names: filled, asked, and filled again. Not thread
/// safe; each thread takes its own from <see cref="Predictor.BeginRow"/>.
/// </summary>
/// <remarks>A value means what it means in all other ways to give a row: markers of missing values, unseen levels and texts are read by the schema.</remarks>
public sealed class PredictionRow
{
    private readonly Predictor _predictor;
    private readonly RowPlan? _plan;
    private readonly double[] _row;
    private readonly double[] _outputs;
    private readonly string?[] _read;
    private readonly ColumnSpec[] _features;
    private readonly double[] _numbers;
    private readonly long[] _ticks;
    private readonly string?[] _texts;
    private bool _isAsked;
    private Interval? _interval;

    internal PredictionRow(Predictor predictor, RowPlan? plan)
    {
        (_predictor, _plan) = (predictor, plan);
        _row = new double[plan?.Width ?? 0];
        _read = new string?[_row.Length];
        _outputs = new double[ModelAnswers.Width(predictor.Package.Model.Form)];
        Array.Fill(_row, CategoryColumn.Missing);
        _features = [.. predictor.Package.Model.Door.Features];
        _numbers = new double[_features.Length];
        _ticks = new long[_features.Length];
        _texts = new string?[_features.Length];
        Clear();
    }

    /// <summary>The position among the classes of the class that was last answered, by the decision of the model; -1 for models without classes.</summary>
    /// <exception cref="InvalidOperationException">Nothing was asked yet.</exception>
    public int LabelPosition => Last.Classes.Count == 0 ? -1 : _predictor.Package.Model.Rules.Choose(_outputs);

    /// <summary>The interval around the number that was last answered; null where the model has none.</summary>
    /// <exception cref="InvalidOperationException">Nothing was asked yet.</exception>
    public Interval? Interval => Last.Classes.Count == 0 ? _interval : null;

    private Predictor Last => _isAsked ? _predictor : throw new InvalidOperationException("The row was not asked yet. Call Answer first.");

    /// <summary>The position of a feature; look it up once and keep it.</summary>
    /// <param name="column">The name of the column; case matters.</param>
    /// <returns>A position from 0, the same in every row of the predictor.</returns>
    /// <exception cref="OptionsException">The model reads no such column.</exception>
    public int Find(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var position = Array.FindIndex(_features, feature => feature.Name == column);
        return position >= 0
            ? position
            : throw new OptionsException($"The model reads no column '{column}'.{NearestName.Suggest(column, _features.Select(feature => feature.Name))} It reads: {string.Join(", ", _features.Select(feature => $"'{feature.Name}'"))}. Check the spelling (case matters).");
    }

    /// <summary>Sets a number.</summary>
    /// <param name="position">A position of a column of numbers.</param>
    /// <param name="value">In the unit of the column; NaN is a missing value.</param>
    public void SetNumber(int position, double value) => _numbers[position] = value;

    /// <summary>Sets a category.</summary>
    /// <param name="position">A position of a column of categories.</param>
    /// <param name="level">The level as a text; null is a missing value.</param>
    public void SetCategory(int position, string? level) => _texts[position] = level;

    /// <summary>Sets a point in time.</summary>
    /// <param name="position">A position of a column of times.</param>
    /// <param name="value">Taken as it stands, whatever its kind; null is a missing value.</param>
    public void SetTime(int position, DateTime? value) => _ticks[position] = value?.Ticks ?? TimeColumn.Missing;

    /// <summary>Sets a text.</summary>
    /// <param name="position">A position of a column of texts.</param>
    /// <param name="value">The text; null is a missing value.</param>
    public void SetText(int position, string? value) => _texts[position] = value;

    /// <summary>Makes all values missing.</summary>
    public void Clear()
    {
        Array.Fill(_numbers, double.NaN);
        Array.Fill(_ticks, TimeColumn.Missing);
        Array.Clear(_texts);
    }

    /// <summary>Asks the model. Where it reads numbers and categories alone, as most do, this allocates nothing.</summary>
    /// <returns>The probabilities in the order of the classes, or the number; valid until the next call.</returns>
    /// <exception cref="DataException">A number is not finite, or a text of the row cannot be read; the text lists all.</exception>
    public ReadOnlySpan<double> Answer()
    {
        _predictor.CheckIsOpen();
        if (_plan is { } plan && TryFill(plan))
        {
            plan.Answer(_row, _outputs);
            _interval = _predictor.Package.Model.Rules.Intervals?.Around(_outputs[0]);
        }
        else
        {
            var answer = _predictor.Answer(new([.. _features.Select(Cell)], 1));
            answer.Outputs.CopyTo(_outputs, 0);
            _interval = answer.Classes.Count == 0 ? answer.Interval(0) : null;
        }

        _isAsked = true;
        return _outputs;
    }

    /// <summary>Brings the values to the places of the plan; false where one cannot be read, which the way by a table tells of.</summary>
    private bool TryFill(RowPlan plan)
    {
        var inputs = plan.Inputs;
        for (var place = 0; place < _row.Length; place++)
        {
            var input = inputs[place];
            if (input.IsNumber)
            {
                var number = _numbers[input.Position];
                if (double.IsInfinity(number))
                {
                    return false;
                }

                _row[place] = input.Read(number);
            }
            else if (!ReferenceEquals(_read[place], _texts[input.Position]))
            {
                _read[place] = _texts[input.Position];
                _row[place] = input.Read(_read[place]);
            }
        }

        return true;
    }

    private Column Cell(ColumnSpec feature, int position) => feature.Type switch
    {
        ColumnType.Number => new NumberColumn(feature.Name, [_numbers[position]]),
        ColumnType.Time => new TimeColumn(feature.Name, [_ticks[position]]),
        _ => new TextColumn(feature.Name, [_texts[position]]),
    };
}
