using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Linear;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting.Tests.Data;

/// <summary>Small made-up models: income times a factor, and a class by the age.</summary>
internal static class Packages
{
    /// <summary>Answers the factor times 'income', whatever 'age' is.</summary>
    internal static Package Number(double factor) => Number(factor, [new("age", ColumnType.Number), new("income", ColumnType.Number)]);

    /// <summary>Answers the factor times the number columns; columns of other types are asked for and not looked at.</summary>
    internal static Package Number(double factor, ColumnSpec[] features)
    {
        FormInput[] inputs = [.. features.Where(spec => spec.Type == ColumnType.Number).Select(spec => new FormInput(spec.Name, ColumnType.Number, []))];
        double[] weights = [.. inputs.Select(input => input.Name == "age" ? 0 : factor)];
        return new(new Model(LearningTask.Regression, new(features), new NumberLinearForm(new(inputs, weights, [0]))));
    }

    /// <summary>Answers the first class below the age of 40 and the second above; 'plan' has the levels 'basic' and 'gold'.</summary>
    internal static Package Classes(params string[] classes) => new(new Model(
        LearningTask.Classification,
        new([new("age", ColumnType.Number), new("plan", ColumnType.Category) { Levels = ["basic", "gold"] }, new("churned", ColumnType.Category, ColumnRole.Target) { Levels = classes }]),
        new ClassLinearForm(new([new("age", ColumnType.Number, [])], [0.1], [-4]), classes, ProbabilityLink.Logistic)));

    /// <summary>Writes a package with a time of its own, so that two files of one length are told apart by it however fast they are written.</summary>
    internal static void Write(this Package package, string path, int minute)
    {
        package.Save(path);
        Touch(path, minute);
    }

    internal static void Touch(string path, int minute) => File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, minute, 0, DateTimeKind.Utc));
}
