using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Bayes;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Rules;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Tests.Data;
using Modelwright.Testing.Forms;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>One form or more of every kind in the list.</summary>
internal static class SampleForms
{
    private static readonly string[] TwoClasses = ["no", "yes"];
    private static readonly string[] ThreeClasses = ["a", "b", "c"];
    private static readonly FormInput[] NumberInputs = [new("Tenure", ColumnType.Number, []), new("Age", ColumnType.Number, [])];

    internal static IReadOnlyList<FormSample> All { get; } =
    [
        .. new IForm[]
        {
            NumberTrees,
            ClassTrees,
            new ClassTreesForm(new(ExampleModels.Inputs, [Tree.SingleLeaf(1, 2, 3), Tree.SingleLeaf(0, -1, 5)]) { Outputs = 3, IsAverage = true }, ThreeClasses, ProbabilityLink.Identity),
            new ClassTreesForm(new(ExampleModels.Inputs, [ExampleModels.Tree(1), ExampleModels.Tree(2), ExampleModels.Tree(-1)]) { Outputs = 3, Base = [0, 1, 0] }, ThreeClasses, ProbabilityLink.Softmax),
            CoveredNumbers,
            CoveredClasses(TwoClasses, ProbabilityLink.Logistic, 1),
            CoveredClasses(ThreeClasses, ProbabilityLink.Softmax, 3),
            CoveredClasses(ThreeClasses, ProbabilityLink.Identity, 3),
            CoveredClasses(TwoClasses, ProbabilityLink.Identity, 1),
            NumberLinear,
            new NumberLinearForm(new(NumberInputs, [0.5, -2], [10]) { Means = [3, 40] }),
            new ClassLinearForm(new(NumberInputs, [0.1, -0.2, 0, 0.3, 1, 0], [0.5, 0, -1]) { Means = [3, 40] }, ThreeClasses, ProbabilityLink.Softmax),
            new NumberBlendForm([CoveredNumbers, NumberLinear, new NumberConstantForm(3)], [0.5, 0.25, 0.25]),
            new ClassBlendForm([CoveredClasses(ThreeClasses, ProbabilityLink.Softmax, 3), CoveredClasses(ThreeClasses, ProbabilityLink.Identity, 3)], [0.4, 0.6]),
            new ClassLinearForm(new(NumberInputs, [0.1, -0.2], [0.5]), TwoClasses, ProbabilityLink.Logistic),
            ThreeLinear,
            AdditiveForms.Numbers,
            AdditiveForms.TwoClasses,
            AdditiveForms.ThreeClasses,
            KernelForms.Numbers,
            KernelForms.WaveNumbers,
            KernelForms.Classes,
            KernelForms.WaveClasses,
            NetworkForms.Numbers,
            NetworkForms.Waves,
            NetworkForms.TwoClasses,
            NetworkForms.ThreeClasses,
            new NumberRulesForm(ThreeRules(1)),
            new ClassRulesForm(ThreeRules(1), TwoClasses, ProbabilityLink.Logistic),
            new ClassRulesForm(ThreeRules(3), ThreeClasses, ProbabilityLink.Softmax),
            new ClassBayesForm(new(ExampleModels.Inputs[..2], [new([2, 10], [0.5, -0.5, 0, 0.25, -1, 1]), new([], [.. Enumerable.Range(0, 2 * ExampleModels.Inputs[1].Levels.Count).Select(place => (place % 5) - 2.0)])], [-0.5, -1]), TwoClasses),
            NeighborForms.Numbers(),
            NeighborForms.Classes(),
            NeighborForms.Numbers(NeighborMetric.Manhattan, NeighborForms.Forest),
            new NumberConstantForm(3.25),
            new ClassConstantForm(ThreeClasses, [0.25, 0.5, 0.25]),
            new NumberBlendForm([NumberTrees, NumberLinear], [0.75, 0.25]),
            new ClassBlendForm([ClassTrees, new ClassConstantForm(TwoClasses, [0.1, 0.9])], [0.4, 0.6]),
            StackForms.Numbers,
            StackForms.TwoClasses,
            StackForms.ThreeClasses,
            new ClassCalibratedForm(ClassTrees, new() { Method = ProbabilityMap.Platt, Slopes = [0.5], Offsets = [-0.25] }),
            new ClassCalibratedForm(ThreeLinear, new() { Method = ProbabilityMap.Temperature, Slopes = [1.75] }),
            new ClassCalibratedForm(ThreeLinear, new() { Method = ProbabilityMap.Isotonic, Counts = [2, 3, 2], From = [0, 1, 0, 0.4, 1, 0.1, 0.9], To = [0.1, 0.8, 0, 0.5, 0.5, 0.2, 0.9] }),
            PipelineForm.Of(Steps, new NumberLinearForm(new(EncodedInputs, [0.1, 2, 3, 4, 5], [1]))),
            PipelineForm.Of(Steps, new ClassLinearForm(new(EncodedInputs, [0.1, 2, 3, 4, 5], [-1]), TwoClasses, ProbabilityLink.Logistic)),
            new NumberTreesForm(new(ExampleModels.Inputs, [AgeAlone]) { Base = [7] }),
            new ClassTreesForm(new(ExampleModels.Inputs, [AgeAlone, AgeAlone]) { Base = [0.25] }, TwoClasses, ProbabilityLink.Logistic),
            new NumberTreesForm(new(ExampleModels.Inputs, [Tree.SingleLeaf(4)])),
            new NumberLinearForm(new(NumberInputs, [-0.0, -2], [0]) { Means = [3, 40] }),
            new NumberLinearForm(new(NumberInputs, [0, 0], [-0.0])),
            new ClassLinearForm(new(NumberInputs, [0, -0.2, 0, 0.3, 0, 0], [0.5, 0, -1]) { Means = [3, 40] }, ThreeClasses, ProbabilityLink.Softmax),
            new NumberRulesForm(new(ExampleModels.Inputs, [new([new(2) { Above = 30 }], [2])], [1])),
            new ClassRulesForm(new(ExampleModels.Inputs, [new([new(1) { Levels = [0b10] }], [2])], [1]), TwoClasses, ProbabilityLink.Logistic),
            PipelineForm.Of(Steps, new NumberLinearForm(new(EncodedInputs, [0, 0, 3, 0, 0], [1]) { Means = [1, 0, 0.5, 0, 0] })),
            PipelineForm.Of(Steps, new ClassLinearForm(new(EncodedInputs, [0.5, 0, 0, 0, 0], [-1]), TwoClasses, ProbabilityLink.Logistic)),
            new NumberBlendForm([new NumberTreesForm(new(ExampleModels.Inputs, [AgeAlone])), new NumberLinearForm(new(NumberInputs, [0, 1], [1]) { Means = [1, 2] })], [0.5, 0.5]),
            new ClassCalibratedForm(new ClassTreesForm(new(ExampleModels.Inputs, [AgeAlone]), TwoClasses, ProbabilityLink.Logistic), new() { Method = ProbabilityMap.Platt, Slopes = [0.5], Offsets = [-0.25] }),
        }.Concat(AnomalyForms.All).Concat(ReferenceForms.All).Concat(TargetlessForms.All).Select(form => new FormSample(form, Rows)),
        .. Streaming.StreamVerdictForms.Samples,
    ];

    /// <summary>One split by the last of three inputs, so that two are never looked at.</summary>
    private static Tree AgeAlone => new()
    {
        Feature = [2],
        Threshold = [40],
        Left = [~0],
        Right = [~1],
        MissingLeft = [true],
        CategoryStart = [-1],
        CategoryWords = [0],
        CategoryBits = [],
        Leaves = [-0.5, 1.5],
        Covers = [30, 20],
    };

    private static RuleSet ThreeRules(int outputs) => new(
        ExampleModels.Inputs,
        [
            new([new(0) { Above = 10, AtMost = 12.5, HoldsMissing = true }], [.. Enumerable.Range(1, outputs).Select(output => 0.5 * output)]),
            new([new(0) { Above = 1 }, new(1) { Levels = [0b101], HoldsMissing = true }], [.. Enumerable.Range(1, outputs).Select(output => -1.0 / output)]),
            new([new(1) { Levels = [0b10] }], [.. Enumerable.Range(1, outputs).Select(output => output - 1.5)]),
        ],
        [.. Enumerable.Range(1, outputs).Select(output => 0.25 * output)]);

    private static NumberTreesForm CoveredNumbers => new(new(ExampleModels.Inputs, [ExampleModels.Covered(5, 1, 30, 7), Tree.SingleLeaf(4)]) { Base = [7] });

    private static ClassTreesForm CoveredClasses(string[] classes, ProbabilityLink link, int outputs) =>
        new(new(ExampleModels.Inputs, [ExampleModels.Covered(5, 1, 30, 7), ExampleModels.Covered(1, 2, 3, 4)]) { Outputs = outputs, Base = [.. new[] { 0.3, 0.1, 0.2 }.Take(outputs)] }, classes, link);

    private static NumberTreesForm NumberTrees => new(new(ExampleModels.Inputs, [ExampleModels.Tree(1), Tree.SingleLeaf(4), ExampleModels.Tree(3)]) { Base = [7] });

    private static ClassTreesForm ClassTrees => new(new(ExampleModels.Inputs, [ExampleModels.Tree(1)]), TwoClasses, ProbabilityLink.Logistic);

    private static ClassLinearForm ThreeLinear => new(new(NumberInputs, [0.1, -0.2, 0, 0.3, 1, 0], [0.5, 0, -1]), ThreeClasses, ProbabilityLink.Softmax);

    private static NumberLinearForm NumberLinear => new(new(NumberInputs, [0.5, -2], [10]));

    private static Table Rows => new(
    [
        new NumberColumn("Tenure", [12, double.NaN, 13, -0.0, 1e300, -1e300, 5]),
        CategoryColumn.FromTexts("Plan", ["gold", "basic", null, "unseen", "pro", "gold", "basic"]),
        new NumberColumn("Age", [40, 41, double.NaN, 1e-300, -1e300, 1e300, 0]),
    ]);

    private static IFittedStep[] Steps
    {
        get
        {
            var training = new Table([new NumberColumn("Tenure", [1, double.NaN, 30]), CategoryColumn.FromTexts("Plan", ["basic", "gold", "pro"])]);
            var impute = new Impute { FillsCategories = false }.Fit(new(training));
            var oneHot = new OneHot().Fit(new(impute.Training));
            return [impute.Step, oneHot.Step];
        }
    }

    private static FormInput[] EncodedInputs => [.. Steps.SelectMany(step => step.Outputs).Select(output => new FormInput(output.Name, ColumnType.Number, []))];

}
