using System.Text;
using System.Text.Json;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Verbs;

public sealed class SigningTests(TrainedPackage trained) : IClassFixture<TrainedPackage>
{
    private static async Task<TestHost> RunAsync(int exit, params string[] arguments)
    {
        var host = new TestHost { IsTerminal = false };
        Assert.True(exit == await host.RunAsync(arguments), host.Error + host.Output);
        return host;
    }

    private static async Task<(string Private, string Public)> KeyAsync(TempFolder folder, string name)
    {
        var path = Path.Combine(folder.Path, name + ".pem");
        var host = await RunAsync(ExitCode.Done, "sign", "--new-key", path);
        Assert.Empty(JsonSchema.Faults(host.Document, "sign.schema.json"));
        return (path, host.Document.GetProperty("public_key").GetString()!);
    }

    private string Copy(TempFolder folder)
    {
        var path = Path.Combine(folder.Path, "model.mw");
        File.Copy(trained.ClassPackage, path);
        return path;
    }

    [Fact]
    public async Task Sign_ThenVerify_HoldsForThatKeyAlone()
    {
        using var folder = new TempFolder();
        var (own, key) = await KeyAsync(folder, "own");
        var other = (await KeyAsync(folder, "other")).Public;
        var model = Copy(folder);
        var before = await RunAsync(ExitCode.AnswerIsNo, "verify", model, "--key", key);

        var signed = await RunAsync(ExitCode.Done, "sign", model, "--key", own);

        Assert.Equal(before.Document.GetProperty("model_id").GetString(), signed.Document.GetProperty("model_id").GetString());
        Assert.Equal(1, signed.Document.GetProperty("statements").GetInt32());
        var verified = await RunAsync(ExitCode.Done, "verify", model, "--key", key);
        Assert.Empty(JsonSchema.Faults(verified.Document, "verify.schema.json"));
        Assert.Equal(signed.Document.GetProperty("key").GetString(), verified.Document.GetProperty("statements")[0].GetProperty("signed_by")[0].GetString());
        await RunAsync(ExitCode.AnswerIsNo, "verify", model, "--key", other);
        await RunAsync(ExitCode.AnswerIsNo, "verify", model, "--key", key, "--key", other);
        await RunAsync(ExitCode.AnswerIsNo, "verify", model, "--key", key, "--needs-gate");
    }

    [Fact]
    public async Task Test_WithAKey_KeepsTheVerdictAndTheModelAnswersAsBefore()
    {
        using var folder = new TempFolder();
        var (own, key) = await KeyAsync(folder, "own");
        var model = Copy(folder);

        var test = await RunAsync(ExitCode.Done, "test", model, "--data", trained.ClassFile, "--key", own);

        var verified = await RunAsync(ExitCode.Done, "verify", model, "--key", key, "--needs-gate");
        using var statement = JsonDocument.Parse(verified.Document.GetProperty("statements")[0].GetProperty("statement").GetString()!);
        Assert.Equal(test.Document.GetProperty("model_id").GetString(), statement.RootElement.GetProperty("model_id").GetString());
        Assert.Equal(test.Document.GetProperty("figures").GetArrayLength(), statement.RootElement.GetProperty("figures").GetArrayLength());
        Assert.Equal(test.Document.GetProperty("source").GetProperty("sha256").GetString(), statement.RootElement.GetProperty("data").GetString());
        Assert.Equal((await RunAsync(ExitCode.Done, "predict", trained.ClassPackage, trained.ClassFile)).Document.GetProperty("rows").GetRawText(), (await RunAsync(ExitCode.Done, "predict", model, trained.ClassFile)).Document.GetProperty("rows").GetRawText());
    }

    [Fact]
    public async Task Test_ThatFailed_IsKeptAndFailsTheNeedOfAGate()
    {
        using var folder = new TempFolder();
        var (own, key) = await KeyAsync(folder, "own");
        var model = Copy(folder);
        var gate = folder.Write("gate.json", """{"format": 1, "rules": [{"figure": "score", "at_least": 2}]}""");
        await RunAsync(ExitCode.Done, "test", model, "--data", trained.ClassFile, "--key", own);
        await RunAsync(ExitCode.AnswerIsNo, "test", model, "--data", trained.ClassFile, "--key", own, "--gate", gate);

        var verified = await RunAsync(ExitCode.AnswerIsNo, "verify", model, "--key", key, "--needs-gate");

        Assert.Equal([true, false], verified.Document.GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("passed").GetBoolean()));
    }

    [Fact]
    public async Task Record_WithoutAKey_KeepsAStatementThatNobodySignedUntilSignDoes()
    {
        using var folder = new TempFolder();
        var (own, key) = await KeyAsync(folder, "own");
        var model = Copy(folder);
        await RunAsync(ExitCode.Done, "test", model, "--data", trained.ClassFile, "--record");
        await RunAsync(ExitCode.AnswerIsNo, "verify", model, "--key", key);

        await RunAsync(ExitCode.Done, "sign", model, "--key", own);

        await RunAsync(ExitCode.Done, "verify", model, "--key", key, "--needs-gate");
    }

    [Fact]
    public async Task Verify_OnATerminal_SaysWhoSignedWhat()
    {
        using var folder = new TempFolder();
        var (own, key) = await KeyAsync(folder, "own");
        var model = Copy(folder);
        await RunAsync(ExitCode.Done, "sign", model, "--key", own);
        var other = (await KeyAsync(folder, "other")).Public;
        var host = new TestHost();

        Assert.Equal(ExitCode.Done, await host.RunAsync("verify", model, "--key", key));
        Assert.Contains("is whole and signed.", host.Output, StringComparison.Ordinal);
        Assert.Contains("sound", host.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.AnswerIsNo, await host.RunAsync("verify", model, "--key", other, "--needs-gate"));
        Assert.Contains("signed nothing about this package.", host.Output, StringComparison.Ordinal);
        Assert.Contains("no test of this package is signed.", host.Output, StringComparison.Ordinal);
        Assert.Contains("is whole, but it is not verified.", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_ThatAreNone_AreNamedWithWhatToDo()
    {
        using var folder = new TempFolder();
        var (own, key) = await KeyAsync(folder, "own");
        var model = Copy(folder);

        Assert.Contains("--key is missing, and without a key that is trusted nothing is proven: modelwright verify PACKAGE --key FILE [options]", (await RunAsync(ExitCode.CallIsWrong, "verify", model)).Error, StringComparison.Ordinal);
        var two = await RunAsync(ExitCode.CallIsWrong, "verify", model, "--key", "none.pem", "--key", folder.Write("words.pem", "words"));
        Assert.Contains("--key: 'none.pem': The file was not found. Check the path; 'modelwright sign --new-key FILE' makes a pair of keys.", two.Error, StringComparison.Ordinal);
        Assert.Contains("The text is not one key for ECDSA in PEM without a password", two.Error, StringComparison.Ordinal);
        Assert.Contains("The key is the public half of a pair, which checks signatures and makes none. Sign with the private half.", (await RunAsync(ExitCode.CallIsWrong, "sign", model, "--key", key)).Error, StringComparison.Ordinal);
        Assert.Contains("is there already, and a key that is replaced is lost. Choose another path.", (await RunAsync(ExitCode.CallIsWrong, "sign", "--new-key", own)).Error, StringComparison.Ordinal);
        Assert.Contains("does not exist. Make it, or choose another path.", (await RunAsync(ExitCode.CallIsWrong, "sign", "--new-key", Path.Combine(folder.Path, "absent", "a.pem"))).Error, StringComparison.Ordinal);
        Assert.Contains("There is nothing to sign. Name a package and a key, or make a key with --new-key", (await RunAsync(ExitCode.CallIsWrong, "sign")).Error, StringComparison.Ordinal);
        Assert.Contains("--key is missing: modelwright sign PACKAGE --key FILE [options]", (await RunAsync(ExitCode.CallIsWrong, "sign", model)).Error, StringComparison.Ordinal);
        Assert.Contains("too many for a key. Name the PEM file of one key.", (await RunAsync(ExitCode.CallIsWrong, "verify", model, "--key", folder.Write("long.pem", new StringBuilder().Append('x', 20_000).ToString()))).Error, StringComparison.Ordinal);
    }
}
