using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Runtime.Steps;
using Modelwright.Stress.Attacks.Rows;
using Modelwright.Stress.Attacks.Threats;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>A model that is one ensemble of trees over columns that an opponent can change directly, with its rows as the trees see them.</summary>
internal sealed class TreeTarget
{
    private const double Rounding = 1e-9;

    private readonly TreeModel _model;
    private readonly TreeAnswers _answers;
    private readonly Answers _calm;
    private readonly double _amount;
    private readonly LeafBox[][] _boxes;
    private readonly Runtime.Forms.Trees.Tree[] _trees;
    private readonly Column[] _inputs;
    private readonly double[][] _values;
    private readonly bool[] _isMade;

    private TreeTarget(TreeModel model, TreeAnswers answers, AttackTarget target)
    {
        (_model, _answers, _calm, _amount) = (model, answers, target.Calm, target.Amount);
        _trees = [.. model.Ensemble.Trees];
        _boxes = Array.ConvertAll(_trees, tree => LeafBox.Of(tree, model.Ensemble.Inputs));
        var rows = model.Steps.Aggregate(target.Rows, (table, step) => step.Apply(table));
        _inputs = [.. model.Ensemble.Inputs.Select(input => rows[input.Name])];
        _values = [.. _inputs.Zip(model.Ensemble.Inputs, ValuesOf)];
        var made = model.Steps.SelectMany(step => step.Outputs).Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        _isMade = [.. model.Ensemble.Inputs.Select(input => made.Contains(input.Name))];
    }

    /// <summary>Takes a form apart.</summary>
    /// <param name="form">The form of the model.</param>
    /// <param name="decision">Which class is answered; null for the most probable.</param>
    /// <param name="target">The model with its rows.</param>
    /// <returns>
    /// Null where the form is something else than one ensemble, where a step makes an input of the trees from a column that the threat
    /// leaves open, where a category has more than 64 levels, or where the sums do not give the answers of the model.
    /// </returns>
    public static TreeTarget? Of(IForm form, ClassDecision? decision, AttackTarget target)
    {
        if (TreeModel.Of(form) is not { } model || TreeAnswers.Of(model, decision) is not { } answers
            || model.Ensemble.Inputs.Any(input => input.Levels.Count > LeafBox.MostLevels || MadeOfOpen(input, model, target.Threat)))
        {
            return null;
        }

        var trees = new TreeTarget(model, answers, target);
        return trees.Agrees() ? trees : null;
    }

    /// <summary>A row before the trees.</summary>
    public TreeRow RowOf(int row, ChangedRow changed) => new(_trees, _boxes, [.. _model.Ensemble.Inputs.Select((input, place) => Reach(input, place, row, changed))]);

    /// <summary>What is above 0 where the answer to a row is flipped, one for each way.</summary>
    public TreeMargin[] Margins(int row) => _calm switch
    {
        ClassAnswers classes when _answers.Number is null => _answers.Of(LabelOf(classes, row)),
        NumberAnswers numbers when _answers.Number is not null => _answers.Of(numbers.Predicted[row], _amount),
        _ => [],
    };

    /// <summary>The change of a row that brings it to a point.</summary>
    public RowChange ChangeOf(double[] point, int row, ChangedRow changed)
    {
        var change = RowChange.None;
        for (var input = 0; input < point.Length; input++)
        {
            var spec = _model.Ensemble.Inputs[input];
            var place = _isMade[input] ? -1 : changed.PlaceOf(spec.Name);
            if (place >= 0 && !point[input].Equals(_values[input][row]))
            {
                change = change.With(place, new(changed.Mutable[place].Column is CategoryColumn column ? CodeOf(column, changed.Mutable[place], spec, point[input]) : point[input], null));
            }
        }

        return change;
    }

    private static bool MadeOfOpen(FormInput input, TreeModel model, Threat threat)
    {
        var isMade = model.Steps.Any(step => step.Outputs.Any(output => output.Name == input.Name));
        var origins = StepOrigins.Of(model.Steps, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).GetValueOrDefault(input.Name) ?? [];

        // What comes of no column that is told may come of any.
        return isMade && (origins.Count == 0 || threat.Columns.Any(column => column.Mutable && origins.Contains(column.Name)));
    }

    private static double[] ValuesOf(Column column, FormInput input)
    {
        var values = RowCells.Numbers(column);
        if (column is CategoryColumn levels)
        {
            var map = levels.MapTo(input.Levels);
            values = Array.ConvertAll(values, code => double.IsNaN(code) ? InputReach.Unknown : map is null ? code : map[(int)code]);
        }

        return values;
    }

    private static double CodeOf(CategoryColumn column, ColumnMoves moves, FormInput input, double code) => code >= 0
        ? column.Levels.ToList().IndexOf(input.Levels[(int)code])
        : moves.Codes.First(other => !input.Levels.Contains(column.Levels[other], StringComparer.Ordinal));

    private InputReach Reach(FormInput input, int place, int row, ChangedRow changed)
    {
        var own = _values[place][row];
        var moves = !_isMade[place] && changed.PlaceOf(input.Name) is >= 0 and var column ? changed.Mutable[column] : null;
        if (input.Type != ColumnType.Category)
        {
            return InputReach.Number(moves?.Reach ?? NumberReach.Fixed(own));
        }

        var levels = 0UL;
        var reachesUnknown = false;
        foreach (var code in moves?.Codes ?? [])
        {
            var known = input.Levels.ToList().IndexOf(((CategoryColumn)moves!.Column).Levels[code]);
            levels |= known < 0 ? 0 : 1UL << known;
            reachesUnknown |= known < 0;
        }

        return InputReach.Level(own, levels, reachesUnknown, moves is { Codes: [var first, ..] } ? moves.Cost(new(first, null)) : 1);
    }

    private int LabelOf(ClassAnswers classes, int row) => _model.Classes.ToList().IndexOf(classes.Classes[classes.Answered(row)]);

    /// <summary>Whether the sums give the answers of the model on all rows.</summary>
    private bool Agrees()
    {
        var point = new double[_values.Length];
        for (var row = 0; row < _calm.Count; row++)
        {
            for (var input = 0; input < point.Length; input++)
            {
                point[input] = _values[input][row];
            }

            if (!Agrees(row, point))
            {
                return false;
            }
        }

        return true;
    }

    private bool Agrees(int row, double[] point) => _calm switch
    {
        NumberAnswers numbers when _answers.Number is { } number => Math.Abs(number.Of(_trees, point) - numbers.Predicted[row]) <= Rounding * (1 + Math.Abs(numbers.Predicted[row])),
        ClassAnswers classes when _answers.Number is null => LabelOf(classes, row) >= 0 && Margins(row).All(margin => margin.Of(_trees, point) <= margin.Rounding),
        _ => false,
    };
}
