using Modelwright.Generator.Tests.Data;
using Modelwright.Runtime.Prediction;
using Modelwright.Samples.TypedModel;

namespace Modelwright.Generator.Tests;

/// <summary>The sample, whose package a training run has written.</summary>
public sealed class SampleTests
{
    private const int MostBytes = 100_000;

    private static readonly string Package = Path.Combine(Repository.Root, "samples", "typed-model", "loans.mw");

    [Fact]
    public void Predict_RowOfTheFile_SameBitsAsByName()
    {
        using var predictor = Predictor.Load(Package);
        using var model = LoanModel.Load(Package);
        var expected = predictor.PredictJson(
            """
            {"applied_on": "2021-01-04", "amount": "$8,500", "term_months": 60, "annual_income": "$23,500", "employment": "self-employed", "employed_since": "16/01/2020",
             "housing": "mortgage", "region": "East", "credit_score": 575, "previous_loans": 6, "has_guarantor": "no"}
            """);

        var answer = model.Predict(new()
        {
            AppliedOn = new(2021, 1, 4),
            Amount = 8_500,
            TermMonths = 60,
            AnnualIncome = 23_500,
            Employment = "self-employed",
            EmployedSince = new(2020, 1, 16),
            Housing = "mortgage",
            Region = "East",
            CreditScore = 575,
            PreviousLoans = 6,
            HasGuarantor = false,
        });

        Assert.Equal(expected.Label, LoanModel.NameOf(answer.Label));
        Assert.Equal(expected.Probability("yes"), answer.Probability(LoanModel.Label.yes));
        Assert.NotEqual(answer, model.Predict(new() { CreditScore = 800 }));
    }

    [Fact]
    public void Package_IsSmall() => Assert.InRange(new FileInfo(Package).Length, 1, MostBytes);
}
