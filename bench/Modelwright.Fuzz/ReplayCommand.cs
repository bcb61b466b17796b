namespace Modelwright.Fuzz;

/// <summary>Judges the cases that were kept.</summary>
internal static class ReplayCommand
{
    /// <summary>Replays as told.</summary>
    /// <returns>0 where no case is a defect, else 1.</returns>
    internal static int Run(Options options)
    {
        var failures = 0;
        foreach (var target in RunCommand.Chosen(options))
        {
            foreach (var path in Corpus.Files(options.Corpus, target))
            {
                var verdict = target.Judge(File.ReadAllBytes(path));
                failures += verdict.Outcome == Outcome.Failure ? 1 : 0;
                Console.WriteLine($"{target.Name}/{Path.GetFileName(path)}: {verdict.Outcome}: {verdict.Text.Split('\n')[0]}");
            }
        }

        return failures == 0 ? 0 : 1;
    }
}
