using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Runtime.Versioning;
using Modelwright.Architecture.Tests.Code;
using Modelwright.Architecture.Tests.Documents;

namespace Modelwright.Architecture.Tests;

/// <summary>
/// Prediction works where WebAssembly runs it: on one thread that may not wait, without processes, mapped files or native code. The build holds the calls that
/// the framework marks (CA1416); these tests hold what it does not mark, in the compiled code.
/// </summary>
public sealed class BrowserTests
{
    private const string Browser = "browser";

    /// <summary>Types of which nothing may be called.</summary>
    private static readonly HashSet<Type> Forbidden =
    [
        typeof(Thread), typeof(ThreadPool), typeof(Timer), typeof(PeriodicTimer), typeof(Parallel), typeof(ParallelEnumerable), typeof(WaitHandle), typeof(EventWaitHandle), typeof(ManualResetEvent),
        typeof(ManualResetEventSlim), typeof(AutoResetEvent), typeof(SemaphoreSlim), typeof(Semaphore), typeof(Mutex), typeof(CountdownEvent), typeof(Barrier), typeof(ReaderWriterLockSlim), typeof(SpinWait), typeof(SpinLock),
        typeof(MemoryMappedFile), typeof(Process), typeof(FileSystemWatcher), typeof(AppDomain), typeof(System.Runtime.InteropServices.NativeLibrary), typeof(System.Runtime.Loader.AssemblyLoadContext),
    ];

    /// <summary>Calls that wait, of types that else may be used.</summary>
    private static readonly HashSet<(Type, string)> Waits =
    [
        (typeof(Monitor), nameof(Monitor.Wait)), (typeof(Task), nameof(Task.Run)), (typeof(Task), nameof(Task.Wait)), (typeof(Task), nameof(Task.WaitAll)), (typeof(Task), nameof(Task.WaitAny)), (typeof(Task), nameof(Task.Delay)),
        (typeof(Task), nameof(Task.GetAwaiter)), (typeof(TaskFactory), nameof(TaskFactory.StartNew)),
    ];

    public static TheoryData<string> Shipped => ["Modelwright.Core", "Modelwright.Runtime"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void CompiledCode_OutsideWhatIsMarked_StartsAndWaitsForNothing(string project)
    {
        var wrong = Projects.Compiled(project).GetTypes()
            .SelectMany(UsedTypes.Methods)
            .Where(method => !IsMarked(method))
            .SelectMany(method => Instructions.Members(method).Where(IsForbidden).Select(member => $"{method.DeclaringType}.{method.Name}: {member.DeclaringType}.{member.Name}"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void MethodsThatABrowserLacks_AreKeysAndSeveralThreads()
    {
        var marked = Shipped.SelectMany(row => Projects.Compiled(row.Data).GetTypes()).SelectMany(UsedTypes.Methods).Where(IsMarked).Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct(StringComparer.Ordinal);

        Assert.Equal(["KeyCurves.Import", "SigningKey.Create", "SigningKey.FromPem", "ThreadedParts.OnSeveral", "VerifyingKey.FromPem"], marked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ForbiddenCalls_OfWhatIsMarked_AreFound()
    {
        var marked = Projects.Compiled("Modelwright.Runtime").GetTypes().SelectMany(UsedTypes.Methods).Where(IsMarked);

        Assert.Contains(marked.SelectMany(Instructions.Members), member => IsForbidden(member) && member.DeclaringType == typeof(Parallel));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Build_KnowsThatABrowserIsSupported(string project)
    {
        var text = Repository.Read(Projects.File(project));

        Assert.Contains("<SupportedPlatform Include=\"browser\" />", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CA1416", text.Replace("(CA1416)", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Files("src", "*.cs").Where(path => path.StartsWith($"src/{project}/", StringComparison.Ordinal)), path => Repository.Read(path).Contains("CA1416", StringComparison.Ordinal));
    }

    private static bool IsForbidden(MemberInfo member) => (member as Type ?? member.DeclaringType) is { } type
        && (Forbidden.Contains(type) || type.Namespace?.StartsWith("System.Net", StringComparison.Ordinal) == true || (Waits.Contains((type.BaseType == typeof(Task) ? typeof(Task) : type, member.Name)) && member is MethodBase));

    private static bool IsMarked(MethodBase method) =>
        method.GetCustomAttributes<UnsupportedOSPlatformAttribute>().Any(mark => mark.PlatformName == Browser);
}
