using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Runtime.Forms.Trees;
using Modelwright.Runtime.Tests.Data;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Small stacks: trees and a constant answer, and a linear sum reads their answers beside 'Tenure'.</summary>
internal static class StackForms
{
    private static readonly string[] ThreeLabels = ["a", "b", "c"];

    internal static NumberTreesForm Trees => new(new(ExampleModels.Inputs, [ExampleModels.Tree(1), ExampleModels.Tree(3)]) { Base = [7] });

    internal static NumberStackForm Numbers => new([Trees, new NumberConstantForm(3)], [0.75, 0.25], Second("stack:0:0", "stack:1:0"), 0.5);

    internal static ClassStackForm TwoClasses
    {
        get
        {
            var trees = new ClassTreesForm(new(ExampleModels.Inputs, [ExampleModels.Tree(1)]), ["no", "yes"], ProbabilityLink.Logistic);
            var second = new ClassLinearForm(new(Inputs("stack:0:0"), [0.1, -2], [0.5]), ["no", "yes"], ProbabilityLink.Logistic);
            return new([trees], [1], second, 0.25);
        }
    }

    internal static ClassStackForm ThreeClasses
    {
        get
        {
            var trees = new ClassTreesForm(new(ExampleModels.Inputs, [ExampleModels.Tree(1), ExampleModels.Tree(2), ExampleModels.Tree(-1)]) { Outputs = 3, Base = [0, 1, 0] }, ThreeLabels, ProbabilityLink.Softmax);
            var second = new ClassLinearForm(new(Inputs("stack:0:2", "stack:1:1"), [0.1, 1, 0, 0, 0, 1, 0, -1, 2], [0.5, 0, -1]), ThreeLabels, ProbabilityLink.Softmax);
            return new([trees, new ClassConstantForm(ThreeLabels, [0.25, 0.5, 0.25])], [0.5, 0.5], second, 1);
        }
    }

    internal static NumberLinearForm Second(params string[] answers) => new(new(Inputs(answers), [0.5, .. answers.Select(_ => 2.0)], [10]));

    private static FormInput[] Inputs(params string[] answers) => [new("Tenure", ColumnType.Number, []), .. answers.Select(name => new FormInput(name, ColumnType.Number, []))];
}
