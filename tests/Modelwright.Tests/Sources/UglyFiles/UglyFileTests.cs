namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Files as people have them: the outcome of each is asserted whole, and the page that lists them says the same.</summary>
public sealed class UglyFileTests
{
    private const string Page = "hostile-data.md";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (theme, files) in UglyFile.All)
            {
                foreach (var file in files)
                {
                    cases.Add(theme, file.Title);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_UglyFile_HasTheStatedOutcome(string theme, string title)
    {
        var ugly = UglyFile.All.Single(group => group.Theme == theme).Files.Single(file => file.Title == title);

        Assert.Equal(ugly.Outcome.ReplaceLineEndings("\n"), await OutcomeText.OfAsync(ugly, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void UglyFiles_AreFortyAndMore() => Assert.InRange(UglyFile.All.Sum(group => group.Files.Count), 40, 200);

    [Fact]
    public void Page_ListsEveryFileWithItsOutcome()
    {
        var path = Path.Combine(Root(), "docs", Page);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var listed = UglyFilePage.Write();
        if (Environment.GetEnvironmentVariable("MODELWRIGHT_APPROVE") == "1")
        {
            text = UglyFilePage.Replace(text, listed);
            File.WriteAllText(path, text);
        }

        Assert.Equal(listed, UglyFilePage.Read(text));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Modelwright.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Modelwright.slnx was not found above the tests. Run them from a clone.");
        }

        return folder;
    }
}
