using System.Text.RegularExpressions;
using Modelwright.Architecture.Tests.Documents;
using Modelwright.Core.Learning;

namespace Modelwright.Architecture.Tests;

/// <summary>Stages ask a task what it is about, never what it is called: so a new one needs no edit of theirs.</summary>
public sealed partial class TaskTests
{
    /// <summary>What a target suggests, what a metric is for, and the list with what it names.</summary>
    private static readonly string[] MayName = ["Profile/TargetQuestion.cs", "Measures/", "Tasks/", "Validation/Answering/AnsweringFaults.cs"];

    [Fact]
    public void Stages_OutsideTheListOfTasks_NameNone()
    {
        var root = Path.Combine(Repository.Root, "src", "Modelwright");
        var wrong = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !MayName.Any(allowed => Path.GetRelativePath(root, file).Replace('\\', '/').StartsWith(allowed, StringComparison.Ordinal)))
            .SelectMany(file => NameOfATask().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetRelativePath(root, file)}: {match.Value}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void NamesOfTasks_AreFoundByThisTest()
    {
        Assert.All(LearningTask.Known, task => Assert.Matches(NameOfATask(), $"LearningTask.{char.ToUpperInvariant(task.Name[0])}{task.Name[1..]}"));
        Assert.All(LearningTask.Known, task => Assert.Matches(NameOfATask(), $"task is \"{task.Name}\""));
    }

    [GeneratedRegex("LearningTask\\.(Classification|Regression|Clustering|Anomalies|Forecasting|Recommendation|Generation|Control)\\b|\"(classification|regression|clustering|anomalies|forecasting|recommendation|generation|control)\"")]
    private static partial Regex NameOfATask();
}
