// SPDX-License-Identifier: Apache-2.0
#include "hcf/cli/ordered_loading.h"

#include "hcf/cli/file_documents.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace hcf::cli {
namespace {

using Use = std::function<bool(LoadedItem)>;

constexpr std::size_t kFilesAhead = 8;       ///< for each thread
constexpr std::size_t kDocumentsAhead = 16;  ///< of one file

/// What one thread reads with; its buffers are reused from file to file.
class FileLoader {
public:
    FileLoader(Environment& environment, const std::string& stdin_name, const LoadContext& context)
        : documents_(environment, stdin_name), loader_(context) {}

    /// Gives everything of one file, its end last; false where `use` said no.
    bool load(const InputFile& input, std::uint32_t number, const Use& use) {
        bool goes_on = true;
        LoadedItem end;
        end.file = number;
        end.is_end = true;
        end.could_read = documents_.read(
            input,
            [&](const std::string& file, const RawDocument& raw) {
                LoadedItem item;
                item.file = number;
                item.document = raw.number;
                item.loaded = loader_.load(file, raw);
                if (input.path == "-") keep_text(raw, item);
                goes_on = use(std::move(item));
                return goes_on;
            },
            [&](Finding finding) {
                LoadedItem item;
                item.file = number;
                item.fault = std::move(finding);
                goes_on = goes_on && use(std::move(item));
            });
        return goes_on && use(std::move(end));
    }

private:
    static void keep_text(const RawDocument& raw, LoadedItem& item) {
        const auto outcome = item.loaded->outcome;
        if (outcome != LoadedDocument::Outcome::framework &&
            outcome != LoadedDocument::Outcome::broken)
            return;
        item.text = raw.text;
        item.first_line = raw.first_line;
    }

    FileDocuments documents_;
    DocumentLoader loader_;
};

/// A queue for each of the files that are being read; threads take files in order, so the file that
/// is waited for is always in somebody's hands.
class Pool {
public:
    Pool(const InputFiles& inputs, std::size_t first, unsigned jobs)
        : inputs_(inputs),
          queues_(std::size_t{jobs} * kFilesAhead),
          taken_(first),
          current_(first) {}

    /// The body of a thread.
    void work(FileLoader& loader) {
        try {
            while (const auto number = take_file()) {
                const bool goes_on =
                    loader.load(inputs_.files[*number], *number,
                                [this](LoadedItem item) { return put(std::move(item)); });
                if (!goes_on) return;
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
            is_stopped_ = true;
            notify_everybody();
        }
    }

    /// Gives everything to `use`, in order; false where it said no.
    bool deliver(const Use& use) {
        while (auto item = next()) {
            if (!use(std::move(*item))) return false;
        }
        return true;
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        notify_everybody();
    }

    void rethrow() const {
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void notify_everybody() {
        has_room_.notify_all();
        has_item_.notify_all();
    }

    std::optional<std::uint32_t> take_file() {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [this] { return is_stopped_ || taken_ < current_ + queues_.size(); });
        if (is_stopped_ || taken_ == inputs_.files.size()) return std::nullopt;
        return static_cast<std::uint32_t>(taken_++);
    }

    bool put(LoadedItem item) {
        std::unique_lock lock(mutex_);
        std::deque<LoadedItem>& queue = queues_[item.file % queues_.size()];
        has_room_.wait(lock, [&] { return is_stopped_ || queue.size() < kDocumentsAhead; });
        if (is_stopped_) return false;
        const bool is_waited_for = item.file == current_;
        queue.push_back(std::move(item));
        if (is_waited_for) has_item_.notify_one();
        return true;
    }

    std::optional<LoadedItem> next() {
        std::unique_lock lock(mutex_);
        if (current_ == inputs_.files.size()) return std::nullopt;
        std::deque<LoadedItem>& queue = queues_[current_ % queues_.size()];
        has_item_.wait(lock, [&] { return is_stopped_ || !queue.empty(); });
        if (queue.empty()) return std::nullopt;  // a thread failed
        LoadedItem item = std::move(queue.front());
        const bool was_full = queue.size() == kDocumentsAhead;
        queue.pop_front();
        if (item.is_end) ++current_;
        if (item.is_end || was_full) has_room_.notify_all();
        return item;
    }

    const InputFiles& inputs_;
    std::mutex mutex_;
    std::condition_variable has_room_;  ///< threads wait for it
    std::condition_variable has_item_;  ///< the caller waits for it
    std::vector<std::deque<LoadedItem>> queues_;
    std::size_t taken_;    ///< files that threads have begun
    std::size_t current_;  ///< the file whose documents are being given
    bool is_stopped_ = false;
    std::exception_ptr failure_;
};

/// The threads of a pool, which are stopped and joined however the work ends.
class Threads {
public:
    explicit Threads(Pool& pool) : pool_(pool) {}
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    ~Threads() { join(); }

    void start(FileLoader& loader) {
        Pool& pool = pool_;
        threads_.emplace_back([&pool, &loader] { pool.work(loader); });
    }

    void join() {
        pool_.stop();
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

private:
    Pool& pool_;
    std::vector<std::thread> threads_;
};

bool load_with_threads(Environment& environment, const std::string& stdin_name,
                       const LoadContext& context, const InputFiles& inputs, std::size_t first,
                       unsigned jobs, const Use& use) {
    Pool pool(inputs, first, jobs);
    std::deque<FileLoader> loaders;
    Threads threads(pool);
    for (unsigned i = 0; i < jobs; ++i)
        threads.start(loaders.emplace_back(environment, stdin_name, context));
    const bool goes_on = pool.deliver(use);
    threads.join();
    pool.rethrow();
    return goes_on;
}

}  // namespace

bool load_in_order(Environment& environment, const std::string& stdin_name,
                   const LoadContext& context, const InputFiles& inputs, std::size_t first,
                   unsigned jobs, const Use& use) {
    const std::size_t count = inputs.files.size() - first;
    const auto most = static_cast<unsigned>(std::min<std::size_t>(jobs, count));
    if (most > 1)
        return load_with_threads(environment, stdin_name, context, inputs, first, most, use);
    FileLoader loader(environment, stdin_name, context);
    for (std::size_t i = first; i < inputs.files.size(); ++i) {
        if (!loader.load(inputs.files[i], static_cast<std::uint32_t>(i), use)) return false;
    }
    return true;
}

unsigned default_jobs() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace hcf::cli
