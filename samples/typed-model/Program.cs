using Modelwright.Samples.TypedModel;

using var model = LoanModel.Load(Path.Combine(AppContext.BaseDirectory, "loans.mw"));
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
Console.WriteLine($"Will the loan default? {LoanModel.NameOf(answer.Label)}, and yes with a probability of {answer.Probability(LoanModel.Label.yes):P0}.");
