using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Testing.Forms;

namespace Modelwright.Testing.Steps;

/// <summary>A pipeline may run rows through its steps without tables; the bits must be those of the step and then the form.</summary>
internal static class PipelineChecks
{
    internal static IReadOnlyList<(string Name, Action<StepCase> Run)> All { get; } =
    [
        ("Predict_InAPipeline_SameBitsAsStepThenForm", SameBits),
        ("Formula_OfAPipeline_SameNumbersOrThePartWithoutOne", SameFormula),
    ];

    private static void SameFormula(StepCase step)
    {
        var training = StepToy.Training();
        var fitted = step.Fit(training).Step;
        var pipeline = PipelineForm.Of([fitted], Form(fitted.Apply(training)));
        foreach (var rows in (Table[])[training, StepToy.Unseen(), StepToy.AllMissing(2), StepToy.Extremes()])
        {
            FormulaChecks.Compare(pipeline, rows, training);
        }
    }

    private static void SameBits(StepCase step)
    {
        var training = StepToy.Training();
        var fitted = step.Fit(training).Step;
        var form = Form(fitted.Apply(training));
        var pipeline = (IPredictsNumbers)PipelineForm.Of([fitted], form);
        foreach (var rows in (Table[])[training, training.Take([4]), training.Take([5]), StepToy.Unseen(), StepToy.AllMissing(2), StepToy.Extremes(), training])
        {
            var (wanted, found) = (new double[rows.RowCount], new double[rows.RowCount]);
            form.Predict(fitted.Apply(rows), wanted);
            pipeline.Predict(rows, found);
            StepCase.Expect(
                wanted.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(found.Select(BitConverter.DoubleToInt64Bits)),
                $"expected the answers to {rows.RowCount} rows in a pipeline to be those of the step and then the form, found others");
        }
    }

    /// <summary>Answers depend on every number and every level that is made.</summary>
    private static NumberBlendForm Form(Table made)
    {
        FormInput[] inputs = [.. made.Columns.Where(column => column is NumberColumn or CategoryColumn).Select(Input)];
        FormInput[] numbers = [.. inputs.Where(input => input.Type == ColumnType.Number)];
        double[] coefficients = [.. numbers.Select((_, place) => 1.0 / (3 + place))];
        IForm[] members =
        [
            new NumberLinearForm(new(numbers, coefficients, [0.1])),
            new NumberTreesForm(new(inputs, [.. inputs.SelectMany((input, place) => Trees(input, place))])),
        ];
        return new(members, [0.5, 0.5]);
    }

    private static FormInput Input(Column column) => new(column.Name, column.Type, column is CategoryColumn category ? [.. category.Levels.Reverse()] : []);

    private static IEnumerable<Tree> Trees(FormInput input, int place)
    {
        for (var code = 0; code < Math.Max(1, input.Levels.Count); code++)
        {
            var isCategory = input.Type == ColumnType.Category;
            yield return new()
            {
                Feature = [place], Threshold = [isCategory ? 0 : 0.3], Left = [~0], Right = [~1], MissingLeft = [!isCategory && place % 2 == 0],
                CategoryStart = [isCategory ? 0 : -1], CategoryWords = [isCategory ? (code / 32) + 1 : 0],
                CategoryBits = isCategory ? [.. new uint[code / 32], 1u << (code % 32)] : [],
                Leaves = [1.0 / (7 + place + code), -1.0 / (11 + place + code)],
            };
        }
    }
}
