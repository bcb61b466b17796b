using Modelwright.Core.Data;
using Modelwright.Onnx.Tests.Data;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Onnx.Tests.Operations;

/// <summary>The answered class: as the rules of the package say it.</summary>
public sealed class LabelTests
{
    [Fact]
    public void Label_WithoutRule_IsTheMostProbable_TheFirstOfEquals() =>
        Assert.Equal(["c2", "c0", "c1"], Labels(null, [0.2, 0.3, 0.5], [0.4, 0.2, 0.4], [0.1, 0.45, 0.45]));

    [Theory]
    [InlineData(1, "c1", "c1", "c0")]
    [InlineData(0, "c0", "c0", "c0")]
    public void Label_ByThreshold_IsPositiveFromItOn(int positive, string first, string second, string third)
    {
        var decision = new ClassDecision { For = "f1", Threshold = 0.3, Positive = positive };

        Assert.Equal([first, second, third], Labels(decision, [0.5, 0.5], [0.7, 0.3], [Math.BitIncrement(0.7), Math.BitDecrement(0.3)]));
    }

    [Fact]
    public void Label_ByCosts_IsTheCheapest_TheFirstOfEquals()
    {
        // Answering c0 where c1 is true costs 5.
        var decision = new ClassDecision { For = "costs", Costs = [0, 1, 5, 0] };

        Assert.Equal(["c1", "c0", "c0"], Labels(decision, [0.8, 0.2], [0.9, 0.1], [5 / 6.0, 1 / 6.0]));
    }

    [Fact]
    public void Label_ByCosts_IsThatOfTheRule_WhateverTheProbabilities()
    {
        var decision = new ClassDecision { For = "costs", Costs = [0, 1, 0.3, 0.7, 0, 1, 0.1, 0.2, 0] };
        double[][] rows = [.. Enumerable.Range(0, 500).Select(row => new[] { row % 7 / 10.0, row % 11 / 13.0, row % 3 / 7.0 })];

        Assert.Equal(rows.Select(row => $"c{decision.Choose(row)}"), Labels(decision, rows));
    }

    [Fact]
    public void Metadata_TellsModelClassesAndDecision()
    {
        var formula = Exported.Of(builder => builder.Join([builder.X(), builder.Constant(0.5)]), Exported.Number());
        using var check = OnnxCheck.Open(Exported.Bytes(formula, new() { Decision = new() { For = "f1", Threshold = 0.3, Positive = 1 } }));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["format"] = "modelwright-graph-1", ["model_id"] = new('a', 64), ["task"] = "classification", ["target"] = "y",
                ["classes"] = "[\"c0\",\"c1\"]", ["decision_for"] = "f1", ["positive"] = "c1", ["threshold"] = "0.3",
            },
            check.Metadata);
    }

    private static string[] Labels(ClassDecision? decision, params double[][] rows)
    {
        var width = rows[0].Length;
        string[] names = [.. Enumerable.Range(0, width).Select(place => $"p{place}")];
        var formula = Exported.Of(builder => builder.Join([.. names.Select(name => builder.X(name))]), [.. names.Select(name => Exported.Number(name))]);
        var table = new Table([.. names.Select((name, place) => new NumberColumn(name, [.. rows.Select(row => row[place])]))]);
        return Exported.Answers(formula, table, new() { Decision = decision }).Labels;
    }
}
