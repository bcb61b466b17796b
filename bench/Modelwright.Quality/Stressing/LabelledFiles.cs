using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Stressing;

/// <summary>The rows of a split with their target, apart for training and test.</summary>
internal static class LabelledFiles
{
    /// <summary>Writes both.</summary>
    /// <param name="set">The set.</param>
    /// <param name="testRows">0-based rows.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>The two files.</returns>
    public static (string Training, string Test) Write(DataSet set, int[] testRows, string folder)
    {
        var files = (Training: Path.Combine(folder, "training.csv"), Test: Path.Combine(folder, "test.csv"));
        var isTest = testRows.ToHashSet();
        using var training = new StreamWriter(files.Training);
        using var test = new StreamWriter(files.Test);
        using var records = Csv.Read(set.File).GetEnumerator();
        records.MoveNext();
        Csv.Write(training, records.Current);
        Csv.Write(test, records.Current);
        for (var row = 0; records.MoveNext(); row++)
        {
            Csv.Write(isTest.Contains(row) ? test : training, records.Current);
        }

        return files;
    }
}
