using Modelwright;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

var table = await Table.ReadAsync("customers.csv");          // or Table.From(IEnumerable<T>, DataTable, DbDataReader)
var learners = new LearnerCatalog().AddBuiltIn().AddLightGbm();
var training = new Training(table, "churned") { Learners = learners, Budget = TimeSpan.FromSeconds(10) };
var run = await training.RunAsync();
run.Package.Save("churn.mw");

using var predictor = Predictor.Load("churn.mw");            // Modelwright.Runtime only, no native library
var answer = predictor.Predict(new { Tenure = 4, Plan = "basic", Age = (int?)null });
Console.WriteLine($"{answer.Label} {answer.Probability("yes"):P1}");
